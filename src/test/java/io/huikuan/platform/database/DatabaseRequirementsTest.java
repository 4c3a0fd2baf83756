package io.huikuan.platform.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.platform.database.DatabaseAccess.Login;
import io.huikuan.platform.database.embedded.EmbeddedSuperuser;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseRequirementsTest {

    private static final String PASSWORD = "no-secret";

    @Inject
    DatabaseConfig config;

    @ConfigProperty(name = "huikuan.home")
    Path home;

    @Test
    void the_roles_that_the_embedded_server_makes_are_accepted() {
        assertThatCode(() -> new DatabaseRequirements(config.access()).check()).doesNotThrowAnyException();
    }

    @Test
    void a_superuser_is_refused() throws SQLException {
        refused("check_superuser", "superuser", "it is a superuser.");
    }

    @Test
    void a_role_that_bypasses_row_level_security_is_refused() throws SQLException {
        refused("check_bypass", "bypassrls", "it has BYPASSRLS.");
    }

    @Test
    void a_member_of_the_owner_is_refused() throws SQLException {
        refused("check_member", "in role huikuan_owner", "it is the owner 'huikuan_owner' or a member of it");
    }

    @Test
    void a_member_of_a_role_that_bypasses_is_refused() throws SQLException {
        refused("check_pg", "in role check_group", "it is a member of a role that is a superuser or has BYPASSRLS.");
    }

    @Test
    void an_owner_of_tables_is_refused() throws SQLException {
        superuser(
                "create role check_owning login password '" + PASSWORD + "'",
                "grant connect on database huikuan to check_owning",
                "create schema check_owned",
                "create table check_owned.t ()",
                "alter table check_owned.t owner to check_owning");
        try {
            check("check_owning", "it owns tables, or is a member of a role that does.");
        } finally {
            superuser(
                    "drop schema check_owned cascade",
                    "revoke all on database huikuan from check_owning",
                    "drop role check_owning");
        }
    }

    @Test
    void the_owner_itself_is_refused_as_application() {
        DatabaseAccess access = config.access();
        assertThatThrownBy(
                        () -> new DatabaseRequirements(new DatabaseAccess(access.url(), access.owner(), access.owner()))
                                .check())
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("it owns tables")
                .hasMessageContaining("it is the owner 'huikuan_owner'");
    }

    @Test
    void a_wrong_password_says_who_was_not_let_in() {
        DatabaseAccess access = config.access();
        assertThatThrownBy(() -> new DatabaseRequirements(
                                new DatabaseAccess(access.url(), new Login("huikuan_owner", "wrong"), access.app()))
                        .check())
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("does not let 'huikuan_owner' in (huikuan.db.owner)")
                .hasMessageNotContaining("wrong\"");
    }

    @Test
    void a_database_that_is_not_there_is_refused_with_its_address() {
        DatabaseAccess access = config.access();
        assertThatThrownBy(() -> new DatabaseRequirements(
                                new DatabaseAccess("jdbc:postgresql://127.0.0.1:1/none", access.owner(), access.app()))
                        .check())
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/none");
    }

    @Test
    void postgresql_14_is_too_old_and_15_is_not() {
        assertThatThrownBy(() -> DatabaseRequirements.requireVersion(14))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("PostgreSQL 15 or later is needed; this is 14");
        assertThatCode(() -> DatabaseRequirements.requireVersion(15)).doesNotThrowAnyException();
    }

    private void refused(String role, String attributes, String words) throws SQLException {
        superuser(
                "create role check_group bypassrls",
                "create role " + role + " login password '" + PASSWORD + "' " + attributes,
                "grant connect on database huikuan to " + role);
        try {
            check(role, words);
        } finally {
            superuser("revoke all on database huikuan from " + role, "drop role " + role, "drop role check_group");
        }
    }

    private void check(String role, String words) {
        assertThatThrownBy(() -> new DatabaseRequirements(withApp(role)).check())
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("The role '" + role + "' (huikuan.db.app)")
                .hasMessageContaining(words);
    }

    private DatabaseAccess withApp(String role) {
        return new DatabaseAccess(config.url(), config.access().owner(), new Login(role, PASSWORD));
    }

    private void superuser(String... statements) throws SQLException {
        Login login = EmbeddedSuperuser.of(home);
        try (Connection connection = DriverManager.getConnection(config.url(), login.username(), login.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
