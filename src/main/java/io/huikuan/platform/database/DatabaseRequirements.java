package io.huikuan.platform.database;

import io.huikuan.platform.database.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * What a database must be like before anything is done with it. The application's role must be unable to get past row-level security, which
 * a superuser, a role with BYPASSRLS and the owner of a table are not subject to.
 */
public final class DatabaseRequirements {

    private static final int OLDEST_VERSION = 15;
    private static final String HELP = " See src/docs/external-database.md.";

    private final DatabaseAccess access;

    /** The requirements on this database. */
    public DatabaseRequirements(DatabaseAccess access) {
        this.access = access;
    }

    /**
     * Checks them all.
     *
     * @throws DatabaseRefused naming everything that is wrong
     */
    public void check() {
        List<String> wrong = new ArrayList<>();
        try (Connection owner = connect(access.owner(), "owner")) {
            requireVersion(owner.getMetaData().getDatabaseMajorVersion());
        } catch (SQLException e) {
            throw new DatabaseRefused("The database at " + access.url() + " gave no answer: " + e.getMessage() + HELP);
        }
        try (Connection app = connect(access.app(), "app")) {
            wrong.addAll(wrongWithRole(app));
        } catch (SQLException e) {
            throw new DatabaseRefused("The database at " + access.url() + " gave no answer: " + e.getMessage() + HELP);
        }
        if (!wrong.isEmpty()) {
            throw new DatabaseRefused("The role '" + access.app().username()
                    + "' (huikuan.db.app) must be subject to row-level security, but " + String.join("; ", wrong) + "."
                    + HELP);
        }
    }

    static void requireVersion(int version) {
        if (version < OLDEST_VERSION) {
            throw new DatabaseRefused(
                    "PostgreSQL " + OLDEST_VERSION + " or later is needed; this is " + version + "." + HELP);
        }
    }

    private List<String> wrongWithRole(Connection app) throws SQLException {
        List<String> wrong = new ArrayList<>();
        addIf(wrong, app, "it is a superuser", "select rolsuper from pg_roles where rolname = current_user");
        addIf(wrong, app, "it has BYPASSRLS", "select rolbypassrls from pg_roles where rolname = current_user");
        addIf(wrong, app, "it is a member of a role that is a superuser or has BYPASSRLS", """
                select exists (select from pg_roles r where r.rolname <> current_user and (r.rolsuper or r.rolbypassrls)
                    and not (select s.rolsuper from pg_roles s where s.rolname = current_user)
                    and pg_has_role(current_user, r.oid, 'member'))
                """);
        addIf(wrong, app, "it owns tables, or is a member of a role that does", """
                select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                    and not (select s.rolsuper from pg_roles s where s.rolname = current_user)
                    and pg_has_role(current_user, c.relowner, 'member'))
                """);
        if (isOwner(app)) {
            wrong.add("it is the owner '" + access.owner().username() + "' or a member of it");
        }
        return wrong;
    }

    private boolean isOwner(Connection app) throws SQLException {
        String question = """
                select exists (select from pg_roles o where o.rolname = ?
                    and (o.rolname = current_user
                        or not (select s.rolsuper from pg_roles s where s.rolname = current_user)
                            and pg_has_role(current_user, o.oid, 'member')))
                """;
        try (PreparedStatement statement = app.prepareStatement(question)) {
            statement.setString(1, access.owner().username());
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static void addIf(List<String> wrong, Connection app, String words, String question) throws SQLException {
        try (Statement statement = app.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            if (answer.next() && answer.getBoolean(1)) {
                wrong.add(words);
            }
        }
    }

    private Connection connect(Login login, String part) {
        Properties properties = new Properties();
        properties.setProperty("user", login.username());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", "10");
        try {
            Connection connection = new Driver().connect(access.url(), properties);
            if (connection == null) {
                throw new DatabaseRefused("huikuan.db.url is not the JDBC URL of a PostgreSQL: " + access.url());
            }
            return connection;
        } catch (SQLException e) {
            throw new DatabaseRefused("The database at " + access.url() + " does not let '" + login.username()
                    + "' in (huikuan.db." + part + "): " + e.getMessage() + HELP);
        }
    }
}
