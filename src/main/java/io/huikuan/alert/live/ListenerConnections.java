package io.huikuan.alert.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Opens the connection on which a node listens, as the application's role. */
@ApplicationScoped
public class ListenerConnections {

    private static final Logger LOG = Logger.getLogger(ListenerConnections.class);

    private final String url;
    private final Properties properties = new Properties();
    private volatile Connection current;

    ListenerConnections(
            @ConfigProperty(name = "huikuan.db.url") String url,
            @ConfigProperty(name = "huikuan.db.app.username") String user,
            @ConfigProperty(name = "huikuan.db.app.password") String password,
            @ConfigProperty(name = "huikuan.db.application-name") String application) {
        this.url = url;
        PGProperty.USER.set(properties, user);
        PGProperty.PASSWORD.set(properties, password);
        PGProperty.APPLICATION_NAME.set(properties, application);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.CONNECT_TIMEOUT.set(properties, 10);
    }

    /** A new connection in place of the one before. */
    Connection open() throws SQLException {
        Connection connection = another();
        current = connection;
        return connection;
    }

    /** A new connection beside it. */
    Connection another() throws SQLException {
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("the URL is not one of PostgreSQL");
        }
        return connection;
    }

    /** Breaks the current connection, so that whoever waits on it stops waiting. */
    void abandon() {
        Connection connection = current;
        if (connection == null) {
            return;
        }
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("the listening connection was broken already", e);
        }
    }
}
