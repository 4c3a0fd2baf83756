package io.huikuan.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server that a data directory says is running on it, from its {@code postmaster.pid}.
 *
 * @param pid its process
 * @param port its TCP port
 * @param ready whether it says that it takes connections
 */
record Postmaster(long pid, int port, boolean ready) {

    private static final int LINE_PORT = 3;
    private static final int LINE_STATUS = 7;

    /** The server that runs on the data directory; empty when none does, whatever a crash may have left behind. */
    static Optional<Postmaster> of(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() <= LINE_PORT) {
                return Optional.empty();
            }
            long pid = Long.parseLong(lines.get(0).strip());
            return isPostgres(pid)
                    ? Optional.of(new Postmaster(
                            pid, Integer.parseInt(lines.get(LINE_PORT).strip()), isReady(lines)))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static boolean isReady(List<String> lines) {
        return lines.size() > LINE_STATUS && lines.get(LINE_STATUS).strip().equals("ready");
    }

    /** After a crash of the machine or in a new container another process may have the number. */
    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info()
                        .command()
                        .map(command ->
                                Path.of(command).getFileName().toString().startsWith("postgres"))
                        .orElse(true))
                .orElse(false);
    }
}
