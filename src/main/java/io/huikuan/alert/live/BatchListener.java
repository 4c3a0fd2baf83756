package io.huikuan.alert.live;

import io.huikuan.alert.data.CauseStore;
import io.huikuan.tenant.NewsMissed;
import io.huikuan.tenant.PersonRemoved;
import io.huikuan.tenant.Users;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears from PostgreSQL which batches were committed, and which persons may no longer sign in, over a connection of its own that belongs to no pool. Where the connection breaks it is
 * made again, after a pause that grows to half a minute, and what was committed meanwhile is read. What cannot be read now is
 * read again at the next look, twice a minute.
 */
@ApplicationScoped
public class BatchListener {

    private static final Logger LOG = Logger.getLogger(BatchListener.class);
    private static final Pattern NEWS = Pattern.compile("([0-9a-f-]{36}) ([0-9a-f-]{36})");
    private static final int LOOK_MILLIS = 30_000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int ALIVE_WITHIN_SECONDS = 5;

    private final ListenerConnections connections;
    private final LiveAlerts live;
    private final Event<BatchCommitted> committed;
    private final Event<PersonRemoved> removed;
    private final Event<NewsMissed> missed;
    private volatile Thread thread;
    private volatile boolean stopped;
    private volatile boolean listening;
    private Duration pause = FIRST_PAUSE;

    BatchListener(
            ListenerConnections connections,
            LiveAlerts live,
            Event<BatchCommitted> committed,
            Event<PersonRemoved> removed,
            Event<NewsMissed> missed) {
        this.connections = connections;
        this.live = live;
        this.committed = committed;
        this.removed = removed;
        this.missed = missed;
    }

    void start(@Observes StartupEvent starting) {
        stopped = false;
        Thread listener = new Thread(this::listen, "alert-listener");
        listener.setDaemon(true);
        listener.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread = listener;
        listener.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped = true;
        connections.abandon();
        if (thread != null) {
            thread.interrupt();
            thread.join(LONGEST_PAUSE.toMillis());
        }
    }

    /** Whether this node hears of batches at the moment. */
    public boolean isListening() {
        return listening;
    }

    private void listen() {
        while (!stopped) {
            try (Connection connection = connections.open()) {
                subscribe(connection);
                hear(connection);
            } catch (SQLException e) {
                rest(e);
            } finally {
                listening = false;
            }
        }
    }

    private void subscribe(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + CauseStore.CHANNEL);
            statement.execute("LISTEN " + Users.REMOVED_CHANNEL);
        }
        missed.fire(new NewsMissed());
        listening = true;
        pause = FIRST_PAUSE;
        look();
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        long nextLook = System.nanoTime() + Duration.ofMillis(LOOK_MILLIS).toNanos();
        while (!stopped) {
            PGNotification[] heard = postgres.getNotifications(LOOK_MILLIS);
            for (PGNotification notification : heard == null ? new PGNotification[0] : heard) {
                take(notification.getName(), notification.getParameter());
            }
            if (System.nanoTime() >= nextLook) {
                if (!connection.isValid(ALIVE_WITHIN_SECONDS)) {
                    throw new SQLException("the database does not answer");
                }
                look();
                nextLook = System.nanoTime() + Duration.ofMillis(LOOK_MILLIS).toNanos();
            }
        }
    }

    private void take(String channel, String news) {
        Matcher parts = NEWS.matcher(news);
        if (!parts.matches()) {
            return;
        }
        UUID tenant = UUID.fromString(parts.group(1));
        if (channel.equals(Users.REMOVED_CHANNEL)) {
            removed.fire(new PersonRemoved(tenant, UUID.fromString(parts.group(2))));
            return;
        }
        UUID batch = UUID.fromString(parts.group(2));
        committed.fireAsync(new BatchCommitted(tenant, batch));
        guarded(() -> live.give(tenant, batch));
    }

    private void look() {
        guarded(live::giveMissed);
    }

    /** A batch that cannot be read now must not stop the listening; it is not marked as given, so that the next look finds it. */
    private static void guarded(Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException e) {
            LOG.warn("alerts could not be given to the live subscribers; they are read again", e);
        }
    }

    private void rest(SQLException cause) {
        if (stopped) {
            return;
        }
        LOG.warnf("not listening for alerts: %s; next attempt in %d ms", sqlState(cause), pause.toMillis());
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private static String sqlState(SQLException cause) {
        return Optional.ofNullable(cause.getSQLState())
                .map(state -> "SQLSTATE " + state)
                .orElse("the connection broke");
    }
}
