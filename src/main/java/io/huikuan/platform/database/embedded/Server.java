package io.huikuan.platform.database.embedded;

import io.huikuan.platform.database.DatabaseRefused;
import io.huikuan.platform.home.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One data directory and the server on it. The directory holds {@code data} (what PostgreSQL calls its data directory) and {@code
 * server.log}; it belongs to the server's user.
 */
record Server(Path directory, Commands commands, Secrets secrets) {

    private static final long LOG_LIMIT_BYTES = 10_000_000;
    private static final int LINES_SHOWN = 8;

    Path data() {
        return directory.resolve("data");
    }

    boolean exists() {
        return Files.exists(data());
    }

    /** The server that runs on the directory, whoever started it. */
    Optional<Postmaster> running() throws IOException {
        return Postmaster.of(data());
    }

    /** Refuses data of another major version, which these programs cannot open. */
    void requireVersion() throws IOException {
        String made = Files.readString(data().resolve("PG_VERSION")).strip();
        String carried = commands.run("postgres", List.of("--version")).output().replaceAll("\\D*(\\d+).*", "$1");
        if (!made.equals(carried)) {
            throw new DatabaseRefused(
                    "The data in " + data() + " was made by PostgreSQL " + made + ", and this build carries " + carried
                            + ". Dump it with the build that made it and load it here, or choose another huikuan.home.");
        }
    }

    /** Makes the data directory, wholly or not at all. */
    void create(boolean lasting) throws IOException {
        if (!Files.exists(directory)) {
            OwnerOnly.createDirectory(directory);
        }
        commands.user().own(directory);
        Path part = directory.resolve("data.part");
        if (Files.exists(part)) {
            Permissions.remove(part);
        }
        Path password = directory.resolve("password");
        write(password, secrets.superuser().password());
        try {
            // The built-in locale sorts by code point, the same on every machine.
            Commands.Result result = commands.run(
                    "initdb",
                    List.of(
                            "--pgdata=" + part,
                            "--username=" + secrets.superuser().username(),
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--no-instructions",
                            lasting ? "--data-checksums" : "--no-sync"));
            if (!result.succeeded()) {
                throw new DatabaseRefused("The database in " + directory + " could not be made: " + result.output());
            }
        } finally {
            Files.deleteIfExists(password);
        }
        Path main = part.resolve("postgresql.conf");
        write(main, Files.readString(main) + "\ninclude_if_exists = 'huikuan.conf'\n");
        Files.move(part, data());
    }

    /** Whether the parameters are those with which the server was last started. */
    boolean hasParameters(Parameters parameters) throws IOException {
        Path file = data().resolve("huikuan.conf");
        return Files.exists(file) && Files.readString(file).equals(parameters.text());
    }

    /** Starts the server and waits until it takes connections. */
    Postmaster start(Parameters parameters, int port) throws IOException {
        commands.user().own(directory);
        removeLeftOver();
        write(data().resolve("huikuan.conf"), parameters.text());
        Path log = directory.resolve("server.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.delete(log);
        }
        Commands.Result result = commands.run(
                "pg_ctl",
                List.of(
                        "start",
                        "--pgdata=" + data(),
                        "--log=" + log,
                        "--wait",
                        "--timeout=90",
                        "--options=-p " + port));
        Optional<Postmaster> started = running();
        if (!result.succeeded() || started.isEmpty()) {
            throw new DatabaseRefused("The embedded PostgreSQL in " + directory + " did not start: " + result.output()
                    + "\n" + endOf(log));
        }
        return started.get();
    }

    /** Stops the server; what it is doing is rolled back. */
    void stop() throws IOException {
        Commands.Result result =
                commands.run("pg_ctl", List.of("stop", "--pgdata=" + data(), "--mode=fast", "--wait", "--timeout=60"));
        if (!result.succeeded() && running().isPresent()) {
            throw new IOException(result.output());
        }
    }

    /** The number in a left-over postmaster.pid may be another program's by now, which PostgreSQL takes for its own. */
    private void removeLeftOver() throws IOException {
        Path file = data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        boolean anothers = !lines.isEmpty()
                && ProcessHandle.of(Long.parseLong(lines.get(0).strip())).isPresent()
                && running().isEmpty();
        if (anothers) {
            Files.delete(file);
        }
    }

    private void write(Path file, String text) throws IOException {
        OwnerOnly.write(file, text);
        commands.user().own(file);
    }

    private static String endOf(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }
}
