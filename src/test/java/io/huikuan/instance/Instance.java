package io.huikuan.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service as a process of its own, as it ships, on any free port. */
final class Instance {

    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private URI address;

    private Instance(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts one without waiting until it is ready; {@code log} is where its output goes. */
    static Instance start(Path home, Path log, Map<String, String> configuration) throws IOException {
        List<String> command = command(home, configuration);
        // After what it ships with; a test ends before the second compiler would pay.
        command.add(2, "-XX:TieredStopAtLevel=1");
        return new Instance(run(home, log, command), log);
    }

    /** What the command of the jar prints, {@code token} for example. */
    static String command(Path home, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = command(home, Map.of());
        command.addAll(arguments);
        Path out = Files.createTempFile(home, "command", ".out");
        assertThat(run(home, out, command).waitFor()).isZero();
        return Files.readString(out).strip();
    }

    private static List<String> command(Path home, Map<String, String> configuration) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + JAR.resolveSibling("jvm.options"),
                "-Dhuikuan.home=" + home,
                "-Dhuikuan.db.embedded.programs=" + Path.of("target/programs").toAbsolutePath(),
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=0"));
        configuration.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", JAR.toString()));
        return command;
    }

    private static Process run(Path home, Path out, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
    }

    /** Waits until it says that it is ready. */
    Instance awaitReady() throws Exception {
        Await.until("an instance is ready", this::isReady);
        return this;
    }

    private boolean isReady() throws IOException, InterruptedException {
        assertThat(process.isAlive()).as("still running: %s", log()).isTrue();
        Matcher listening = LISTENING.matcher(log());
        if (!listening.find()) {
            return false;
        }
        address = URI.create(listening.group(1));
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/q/health/ready")).build();
        return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    /** The answer to a document, which has no errors. */
    JsonPath ask(String token, String document) {
        return ask(token, document, Map.of());
    }

    /** The answer to a document with variables, which has no errors; its root is {@code data}. */
    JsonPath ask(String token, String document, Map<String, ?> variables) {
        String body = JsonObject.of("query", document, "variables", variables).encode();
        HttpResponse<String> response =
                post("/graphql", token, "application/json", body).join();
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonPath answer = JsonPath.from(response.body());
        assertThat(answer.getList("errors")).isNull();
        return answer.setRootPath("data");
    }

    /** The status with which a document is answered. */
    int status(String token, String document) {
        String body = JsonObject.of("query", document).encode();
        return post("/graphql", token, "application/json", body).join().statusCode();
    }

    /** Sends a CSV file of the kind. */
    CompletableFuture<HttpResponse<String>> load(String token, String kind, String csv) {
        return post("/imports/" + kind, token, "text/csv", csv);
    }

    private CompletableFuture<HttpResponse<String>> post(String path, String token, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    /** Where its WebSockets are. */
    URI socket() {
        return URI.create(address.resolve("/graphql").toString().replaceFirst("^http", "ws"));
    }

    /** What it has printed so far. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** Ends it at once, whatever it is doing: {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end, and waits until it has. */
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
    }
}
