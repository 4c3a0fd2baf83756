package io.huikuan.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the server's programs as the server's user. */
record Commands(Programs programs, ServerUser user) {

    /** What a program said and how it ended. */
    record Result(int code, String output) {

        boolean succeeded() {
            return code == 0;
        }
    }

    /** Runs the program to its end, at most two minutes. */
    Result run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(user.prefix());
        command.add(programs.program(program).toString());
        command.addAll(arguments);
        // Not a pipe: the server that pg_ctl leaves behind would inherit it, and reading it would never end.
        Path output = Files.createTempFile("huikuan-" + program, ".log");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            // Messages are shown to people and read by nobody else, but a translated one helps no search engine.
            builder.environment().put("LC_MESSAGES", "C");
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.directory(programs.root().toFile());
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(2, TimeUnit.MINUTES);
            if (!ended) {
                process.destroy();
            }
            return new Result(
                    ended ? process.exitValue() : -1, Files.readString(output).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
