package io.huikuan.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The script of {@code src/test/apps} with what it needs from npm; installed once per build directory. */
record NodeApp(Path folder) {

    private static final Path SOURCES = Path.of("src/test/apps");
    private static final Path FOLDER = Path.of("target/apps");

    /** What the script writes when only the socket is left. */
    private static final Path LISTENING = FOLDER.resolve("listening");

    private static final List<String> FILES = List.of("package.json", "apps.mjs");

    /** Installs it; skips the test where that is not possible. */
    static NodeApp installed() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Path packages = FOLDER.resolve(FILES.get(0));
        boolean installed = Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))
                && Files.mismatch(packages, SOURCES.resolve(FILES.get(0))) < 0;
        for (String file : FILES) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        requireAnswer("There is no Node here", "node", "--version");
        if (!installed) {
            requireAnswer(
                    "npm does not get its packages here",
                    "npm",
                    "install",
                    "--no-audit",
                    "--no-fund",
                    "--fetch-retries=0",
                    "--fetch-timeout=20000");
        }
        return new NodeApp(FOLDER);
    }

    private static void requireAnswer(String otherwise, String... command) throws InterruptedException {
        Path log = FOLDER.resolve(command[0] + ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                abort(otherwise + ": no answer within three minutes");
            }
            if (process.exitValue() != 0) {
                abort(otherwise + ": " + Files.readString(log));
            }
        } catch (IOException e) {
            abort(otherwise + ": " + e.getMessage());
        }
    }

    /** Starts the script. */
    Process start(Map<String, String> environment) throws IOException {
        Files.deleteIfExists(LISTENING);
        ProcessBuilder builder = new ProcessBuilder("node", FILES.get(1))
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("report.json").toFile())
                .redirectError(folder.resolve("trouble.txt").toFile());
        builder.environment().putAll(environment);
        builder.environment()
                .put("SCHEMA_FOLDER", Path.of("graphql-schema").toAbsolutePath().toString());
        return builder.start();
    }

    /** What the script reports, when something has been done again and again, from when it began to listen until it was through. */
    static JsonPath report(Process script, Runnable meanwhile) throws IOException, InterruptedException {
        try {
            for (int i = 0; i < 60 && !script.waitFor(1, TimeUnit.SECONDS); i++) {
                if (Files.exists(LISTENING)) {
                    meanwhile.run();
                }
            }
        } finally {
            script.destroyForcibly();
        }
        assertThat(script.waitFor())
                .as(Files.readString(FOLDER.resolve("trouble.txt"), StandardCharsets.UTF_8))
                .isZero();
        return new JsonPath(FOLDER.resolve("report.json").toFile());
    }
}
