package io.huikuan.platform.database.embedded;

import io.huikuan.platform.database.DatabaseAccess.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** What processes that ran on a home have left behind, for tests that look at it or clear it away. */
public final class EmbeddedRemains {

    private EmbeddedRemains() {}

    /** The running server's process. */
    public static Optional<ProcessHandle> process(Path home) throws IOException {
        return running(home).flatMap(postmaster -> ProcessHandle.of(postmaster.pid()));
    }

    /** Enters the service's database as the superuser. */
    public static Connection connect(Path home) throws IOException, SQLException {
        Login superuser = EmbeddedSuperuser.of(home);
        String url =
                "jdbc:postgresql://127.0.0.1:" + running(home).orElseThrow().port() + "/" + Superuser.DATABASE;
        return DriverManager.getConnection(url, superuser.username(), superuser.password());
    }

    /** Ends the server at once. */
    public static void kill(Path home) throws IOException {
        process(home).ifPresent(server -> {
            server.destroyForcibly();
            server.onExit().join();
        });
    }

    /** Removes the home; nothing runs on it. */
    public static void remove(Path home) throws IOException {
        Permissions.remove(home);
    }

    private static Optional<Postmaster> running(Path home) throws IOException {
        return Postmaster.of(home.resolve("postgresql").resolve("data"));
    }
}
