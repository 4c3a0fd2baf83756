package io.huikuan.platform.database;

import io.huikuan.platform.database.DatabaseAccess.Login;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;

/** The database as configured, or as the embedded server answers. */
@ConfigMapping(prefix = "huikuan.db")
public interface DatabaseConfig {

    /** The JDBC URL of PostgreSQL 15 or later. Without one the embedded server is used. */
    String url();

    /** The role that owns the schema and makes the migrations. */
    Role owner();

    /** The role the service works as: owns nothing, and is subject to row-level security. */
    Role app();

    /** Under this name the connections of this node appear in {@code pg_stat_activity}. */
    String applicationName();

    /** The embedded server. */
    Embedded embedded();

    /** Where the database is and who may enter. */
    default DatabaseAccess access() {
        return new DatabaseAccess(url(), owner().login(), app().login());
    }

    /** A role of the database. */
    interface Role {
        /** The role's name. */
        String username();

        /** The role's password. */
        String password();

        /** Both. */
        default Login login() {
            return new Login(username(), password());
        }
    }

    /** How the embedded server runs. */
    interface Embedded {
        /** Its TCP port on the loopback interface; 0 takes any free one at each start. */
        @WithDefault("0")
        int port();

        /** Whether data of an earlier process is thrown away. For tests. */
        @WithDefault("false")
        boolean fresh();

        /** Where its programs are unpacked; {@code huikuan.home} when not given. */
        Optional<String> programs();

        /** Parameters of PostgreSQL by name, over the default ones. */
        Map<String, String> settings();
    }
}
