package io.huikuan.platform.database.embedded;

import io.huikuan.platform.database.DatabaseAccess.Login;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;

/** What only the server's superuser may do or see. */
record Superuser(Secrets secrets, int port) {

    static final String DATABASE = "huikuan";
    private static final String NODES = "huikuan-%";

    /** How many connections this process and others of the service hold. */
    record Presence(int own, int others) {}

    /** Whether the server that answers on the port is the one on the data directory. */
    boolean answersFor(Path data) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("show data_directory")) {
            return answer.next() && Path.of(answer.getString(1)).equals(data);
        }
    }

    /** Makes the two roles and the database where they are missing. */
    void prepare() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            makeRole(statement, secrets.owner());
            makeRole(statement, secrets.app());
            if (isMissing(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner "
                        + secrets.owner().username());
                statement.execute("revoke all on database " + DATABASE + " from public");
                statement.execute("grant connect, temporary on database " + DATABASE + " to "
                        + secrets.app().username());
            }
        }
    }

    /** Who is connected: nodes of the service are known by the name that their connections carry. */
    Presence presence(String self) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement("""
                        select count(*) filter (where application_name = ?), count(*) filter (where application_name <> ?)
                        from pg_stat_activity where application_name like ? and pid <> pg_backend_pid()
                        """)) {
            statement.setString(1, self);
            statement.setString(2, self);
            statement.setString(3, NODES);
            try (ResultSet counts = statement.executeQuery()) {
                counts.next();
                return new Presence(counts.getInt(1), counts.getInt(2));
            }
        }
    }

    private static void makeRole(Statement statement, Login login) throws SQLException {
        if (isMissing(statement, "select 1 from pg_roles where rolname = '" + login.username() + "'")) {
            statement.execute("create role " + login.username()
                    + " login nosuperuser nocreatedb nocreaterole nobypassrls password '" + login.password() + "'");
        }
    }

    private static boolean isMissing(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return !answer.next();
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", secrets.superuser().username());
        properties.setProperty("password", secrets.superuser().password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        // The driver itself, not DriverManager: that one sees drivers of one class loader only.
        return new Driver().connect("jdbc:postgresql://127.0.0.1:" + port + "/postgres", properties);
    }
}
