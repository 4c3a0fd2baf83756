package io.huikuan.platform.database.embedded;

import io.huikuan.platform.database.DatabaseAccess;
import io.huikuan.platform.database.DatabaseRefused;
import io.huikuan.platform.database.DatabaseServer;
import io.huikuan.platform.home.HomeLock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The embedded server as the rest of the service knows it: data under {@code postgresql} of the home, passwords beside it. */
public final class EmbeddedPostgres implements DatabaseServer {

    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final int TRIES = 3;

    @Override
    public DatabaseAccess start(Settings settings) {
        try {
            Files.createDirectories(settings.home());
            HomeLock lock = HomeLock.on(settings.home());
            try {
                return startLocked(settings);
            } finally {
                lock.close();
            }
        } catch (IOException | SQLException e) {
            throw new DatabaseRefused("The embedded PostgreSQL in " + settings.home() + " did not start: " + e
                    + ". Mend it, or set huikuan.db.url to a PostgreSQL of your own (src/docs/external-database.md).");
        }
    }

    private static DatabaseAccess startLocked(Settings settings) throws IOException, SQLException {
        Commands commands = new Commands(Programs.under(settings.programs()), ServerUser.here());
        Secrets secrets = secrets(settings);
        Server server = new Server(settings.home().resolve("postgresql"), commands, secrets);
        if (settings.fresh() && !isKnownToThisProcess(server)) {
            throwAway(server);
        }
        if (server.exists()) {
            server.requireVersion();
        } else {
            server.create(!settings.fresh());
        }
        Postmaster postmaster = joinOrStart(server, settings);
        new Superuser(secrets, postmaster.port()).prepare();
        if (!isKnownToThisProcess(server)) {
            Departure.arrange(server);
            System.setProperty(mark(server), "used");
        }
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + postmaster.port() + "/" + Superuser.DATABASE,
                secrets.owner(),
                secrets.app());
    }

    /** A home with data but without its passwords is a mistake that new passwords would only hide. */
    private static Secrets secrets(Settings settings) throws IOException {
        boolean data = Files.exists(settings.home().resolve("postgresql").resolve("data"));
        Path file = settings.home().resolve("postgresql.passwords");
        if (data && !Files.exists(file) && !settings.fresh()) {
            throw new DatabaseRefused("There is data in " + settings.home() + ", but no " + file.getFileName()
                    + ". Restore the file from a backup, or choose another huikuan.home.");
        }
        return Secrets.in(file);
    }

    private static Postmaster joinOrStart(Server server, Settings settings) throws IOException, SQLException {
        Parameters parameters = Parameters.with(settings.parameters());
        Optional<Postmaster> running = running(server);
        if (running.isPresent() && isKnownToThisProcess(server) && !server.hasParameters(parameters)) {
            server.stop();
            running = Optional.empty();
        }
        if (running.isPresent()) {
            join(server, parameters, running.get());
            return running.get();
        }
        return start(server, parameters, settings.port());
    }

    /** The running server, once it takes connections; one that is just stopping is waited for. */
    private static Optional<Postmaster> running(Server server) throws IOException {
        Optional<Postmaster> running = server.running();
        for (int i = 0; i < 300 && running.isPresent() && !running.get().ready(); i++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
            running = server.running();
        }
        return running;
    }

    private static void join(Server server, Parameters parameters, Postmaster running)
            throws IOException, SQLException {
        if (!new Superuser(server.secrets(), running.port()).answersFor(server.data())) {
            throw new DatabaseRefused(
                    "Process " + running.pid() + " on port " + running.port() + " is not the PostgreSQL of "
                            + server.data() + ", though its postmaster.pid says so. End one of them.");
        }
        if (isKnownToThisProcess(server)) {
            return;
        }
        LOG.infof(
                "Joined the PostgreSQL that was already running in %s (process %d, port %d): another node's, or left over by a crash",
                server.directory(), running.pid(), running.port());
        if (!server.hasParameters(parameters)) {
            LOG.warn("It runs with other parameters than configured here; these take effect when it is next started");
        }
    }

    private static Postmaster start(Server server, Parameters parameters, int port) throws IOException {
        for (int i = 1; ; i++) {
            try {
                Postmaster postmaster = server.start(parameters, port == 0 ? freePort() : port);
                LOG.infof(
                        "PostgreSQL of its own started in %s (process %d, port %d)",
                        server.directory(), postmaster.pid(), postmaster.port());
                return postmaster;
            } catch (DatabaseRefused e) {
                // Between finding a free port and taking it another program may have taken it.
                boolean taken = port == 0 && e.getMessage().contains("could not bind");
                if (!taken || i == TRIES) {
                    throw e;
                }
            }
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void throwAway(Server server) throws IOException {
        if (server.running().isPresent()) {
            server.stop();
        }
        if (Files.exists(server.directory())) {
            Permissions.remove(server.directory());
        }
    }

    /** A mark with the JVM, not in a static field: a live reload loads this class anew. */
    private static boolean isKnownToThisProcess(Server server) {
        return System.getProperty(mark(server)) != null;
    }

    private static String mark(Server server) {
        return "huikuan.embedded." + server.directory();
    }
}
