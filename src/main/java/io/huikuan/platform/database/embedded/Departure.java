package io.huikuan.platform.database.embedded;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What is done about the server when this process ends: nothing while others use it; else it is stopped, whoever started it. So the last
 * one to leave puts out the light, and a server that was left over by a crash ends with the next orderly stop.
 */
final class Departure implements Runnable {

    private static final Logger LOG = Logger.getLogger(Departure.class);
    private static final int TRIES = 100;
    private static final long PAUSE_MILLIS = 100;

    private final Server server;
    private final String self = "huikuan-" + ProcessHandle.current().pid();

    private Departure(Server server) {
        this.server = server;
    }

    /** Has the process take its leave of the server at its end. */
    static void arrange(Server server) throws IOException, SQLException {
        Departure departure = new Departure(server);
        // Doing it once now has its classes loaded: at the end of tests or of dev mode their loader may be closed.
        departure.presence();
        Runtime.getRuntime().addShutdownHook(new Thread(departure, "huikuan-database-departure"));
    }

    @Override
    public void run() {
        try {
            Superuser.Presence presence = presence();
            // The application closes its pool at the same time.
            for (int i = 0; i < TRIES && presence.own() > 0; i++) {
                Thread.sleep(PAUSE_MILLIS);
                presence = presence();
            }
            if (presence.others() > 0) {
                LOG.infof("The embedded PostgreSQL goes on for %d connections of others", presence.others());
            } else if (server.running().isPresent()) {
                server.stop();
            }
        } catch (IOException | SQLException e) {
            LOG.warnf("The embedded PostgreSQL in %s was not stopped: %s", server.directory(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of a server that has ended meanwhile nobody is a guest. */
    private Superuser.Presence presence() throws IOException, SQLException {
        Optional<Postmaster> running = server.running();
        return running.isPresent()
                ? new Superuser(server.secrets(), running.get().port()).presence(self)
                : new Superuser.Presence(0, 0);
    }
}
