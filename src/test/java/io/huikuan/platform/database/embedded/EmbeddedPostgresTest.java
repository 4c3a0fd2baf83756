package io.huikuan.platform.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.huikuan.platform.database.DatabaseAccess;
import io.huikuan.platform.database.DatabaseAccess.Login;
import io.huikuan.platform.database.DatabaseRefused;
import io.huikuan.platform.database.DatabaseServer.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedPostgresTest {

    private static final Path PROGRAMS = Path.of("target/programs").toAbsolutePath();

    private static final Path HOMES = Path.of("target/homes").toAbsolutePath();

    /** Made once; every test begins with a copy of it. */
    private static Path made;

    private Path home;

    @BeforeAll
    static void makeOne() throws IOException {
        made = Files.createTempDirectory(Files.createDirectories(HOMES), "made");
        new EmbeddedPostgres().start(new Settings(made, PROGRAMS, 0, true, Map.of("fsync", "off")));
        serverIn(made).stop();
    }

    @AfterAll
    static void removeIt() throws IOException {
        Permissions.remove(made);
    }

    @BeforeEach
    void chooseHome() throws IOException {
        home = Files.createTempDirectory(HOMES, "home");
        try (Stream<Path> paths = Files.walk(made)) {
            for (Path path : paths.skip(1).toList()) {
                Files.copy(path, home.resolve(made.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @AfterEach
    void stop() throws IOException {
        if (server().running().isPresent()) {
            server().stop();
        }
        Permissions.remove(home);
    }

    @Test
    void makes_a_database_with_an_owner_and_an_application_that_owns_nothing() throws Exception {
        DatabaseAccess access = start(Map.of());
        assertThat(ask(access, access.app(), "select current_user")).isEqualTo("huikuan_app");
        assertThat(ask(
                        access,
                        access.app(),
                        "select string_agg(rolname || rolsuper || rolbypassrls || rolcreaterole || rolcreatedb, ' ' order by rolname)"
                                + " from pg_roles where rolname like 'huikuan%'"))
                .isEqualTo("huikuan_appfalsefalsefalsefalse huikuan_ownerfalsefalsefalsefalse");
        assertThat(ask(
                        access,
                        access.owner(),
                        "select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
                .isEqualTo("huikuan_owner");
        assertThatThrownBy(() -> ask(access, access.app(), "create table t()"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void keeps_what_is_committed_and_asks_for_passwords() throws Exception {
        DatabaseAccess access = startWith(Map.of());
        for (String durable : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(ask(access, access.app(), "show " + durable)).as(durable).isEqualTo("on");
        }
        assertThat(ask(access, access.app(), "show max_connections")).isEqualTo("40");
        assertThat(ask(access, access.app(), "show server_version")).startsWith("18.");
        assertThatThrownBy(() -> ask(access, new Login("postgres", "postgres"), "select 1"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void keeps_the_passwords_where_only_the_owner_reads_them() throws Exception {
        start(Map.of());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgresql.passwords"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_second_start_finds_the_same_data() throws Exception {
        DatabaseAccess first = start(Map.of());
        execute(first, "create table kept as select 42 as answer");
        server().stop();
        DatabaseAccess second = start(Map.of());
        assertThat(ask(second, second.owner(), "select answer from kept")).isEqualTo("42");
    }

    @Test
    void a_server_that_is_already_running_is_joined() throws Exception {
        DatabaseAccess first = start(Map.of());
        assertThat(start(Map.of())).isEqualTo(first);
    }

    @Test
    void data_survives_a_killed_server_and_its_stale_pid_file() throws Exception {
        DatabaseAccess first = start(Map.of());
        execute(first, "create table kept as select 42 as answer");
        ProcessHandle postmaster =
                ProcessHandle.of(server().running().orElseThrow().pid()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        DatabaseAccess second = start(Map.of());
        assertThat(ask(second, second.owner(), "select answer from kept")).isEqualTo("42");
    }

    @Test
    void a_pid_file_whose_number_is_another_program_by_now_is_no_hindrance() throws Exception {
        long self = ProcessHandle.current().pid();
        Files.writeString(server().data().resolve("postmaster.pid"), self + "\n/elsewhere\n0\n5432\n\n\n\nready\n");
        assertThat(start(Map.of()).url()).isNotBlank();
    }

    @Test
    void parameters_can_be_given() throws Exception {
        DatabaseAccess access = start(Map.of("log_statement", "all", "application_name", "it's"));
        assertThat(ask(access, access.app(), "show log_statement")).isEqualTo("all");
    }

    @Test
    void other_parameters_restart_a_server_of_this_process() throws Exception {
        start(Map.of());
        DatabaseAccess access = start(Map.of("log_min_duration_statement", "7s"));
        assertThat(ask(access, access.app(), "show log_min_duration_statement")).isEqualTo("7s");
    }

    @Test
    void fresh_data_is_thrown_away_once_per_process_only() throws Exception {
        DatabaseAccess first = start(Map.of());
        execute(first, "create table kept as select 42 as answer");
        DatabaseAccess second =
                new EmbeddedPostgres().start(new Settings(home, PROGRAMS, 0, true, Map.of("fsync", "off")));
        assertThat(ask(second, second.owner(), "select answer from kept")).isEqualTo("42");
    }

    @Test
    void data_of_another_major_version_is_refused() throws Exception {
        Files.writeString(server().data().resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> start(Map.of()))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("was made by PostgreSQL 17, and this build carries 18");
    }

    @Test
    void data_without_its_passwords_is_refused() throws Exception {
        Files.delete(home.resolve("postgresql.passwords"));
        assertThatThrownBy(() -> start(Map.of()))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("no postgresql.passwords");
        Files.writeString(home.resolve("postgresql.passwords"), "postgres=a\nhuikuan_owner=b\nhuikuan_app=c\n");
    }

    @Test
    void a_server_that_cannot_start_says_why() throws Exception {
        assertThatThrownBy(() -> start(Map.of("max_connections", "many")))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("max_connections");
    }

    @Test
    void an_interrupted_first_start_is_done_again() throws Exception {
        Files.move(server().data(), server().directory().resolve("data.part"));
        DatabaseAccess access = start(Map.of());
        assertThat(ask(access, access.app(), "select 1")).isEqualTo("1");
    }

    /** Where root may do neither, or this is not root, there is nothing to try. Under the directory for temporary files, which all may enter. */
    @ParameterizedTest
    @EnumSource(names = {"IN_NAMESPACE", "NOBODY"})
    void root_runs_it_as_somebody_else(ServerUser user) throws Exception {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        assumeThat(user.worksHere()).isTrue();
        Path open = Files.createTempDirectory("huikuan");
        Permissions.makeEnterable(open);
        try {
            Server server = new Server(
                    open.resolve("postgresql"),
                    new Commands(Programs.under(open), user),
                    Secrets.in(open.resolve("postgresql.passwords")));
            server.create(false);
            Postmaster postmaster = server.start(Parameters.with(Map.of("fsync", "off")), EmbeddedPostgres.freePort());
            assertThat(new Superuser(server.secrets(), postmaster.port()).answersFor(server.data()))
                    .isTrue();
            server.stop();
            assertThat(server.running()).isEmpty();
        } finally {
            Permissions.remove(open);
        }
    }

    private DatabaseAccess start(Map<String, String> parameters) {
        return startWith(Stream.concat(Stream.of(Map.entry("fsync", "off")), parameters.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private DatabaseAccess startWith(Map<String, String> parameters) {
        return new EmbeddedPostgres().start(new Settings(home, PROGRAMS, 0, false, parameters));
    }

    private Server server() throws IOException {
        return serverIn(home);
    }

    private static Server serverIn(Path home) throws IOException {
        return new Server(
                home.resolve("postgresql"),
                new Commands(Programs.under(PROGRAMS), ServerUser.here()),
                Secrets.in(home.resolve("postgresql.passwords")));
    }

    private static String ask(DatabaseAccess access, Login login, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.url(), login.username(), login.password());
                java.sql.Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void execute(DatabaseAccess access, String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().username(), access.owner().password());
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
    }
}
