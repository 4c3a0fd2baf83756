package io.huikuan.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.platform.database.DatabaseAccess;
import io.huikuan.platform.database.DatabaseConfig;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What was kept with customers before credit had a history becomes the beginning of it, in a schema of its own beside the service's. */
@QuarkusTest
class CreditMigrationTest {

    private static final String SCHEMA = "before_credit";
    private static final String TENANT = "'00000000-0000-0000-0000-000000000001'";

    @Inject
    DatabaseConfig config;

    private Flyway flyway(String target) {
        DatabaseAccess access = config.access();
        String separator = config.url().contains("?") ? "&" : "?";
        return Flyway.configure()
                .dataSource(
                        config.url() + separator + "currentSchema=" + SCHEMA,
                        access.owner().username(),
                        access.owner().password())
                .schemas(SCHEMA)
                .createSchemas(true)
                .placeholders(Map.of("app_role", access.app().username()))
                .target(target)
                .load();
    }

    @Test
    void a_customer_on_hold_has_a_live_hold_and_its_row_stays_for_nodes_of_the_version_before() throws SQLException {
        DatabaseAccess access = config.access();
        try (Connection owner = DriverManager.getConnection(
                        config.url(), access.owner().username(), access.owner().password());
                Statement statement = owner.createStatement()) {
            statement.execute("drop schema if exists " + SCHEMA + " cascade");
            flyway("20261124192200").migrate();
            statement.execute("set search_path = " + SCHEMA);
            statement.execute("insert into tenant values (" + TENANT + ", 't', 'T', 'Asia/Shanghai', 'CNY', now())");
            customer(statement, 2, "ON_HOLD", "'B', 100, 'CNY'");
            customer(statement, 3, "ACTIVE", "null, null, null");

            flyway("latest").migrate();
            customer(statement, 4, "ON_HOLD", "null, null, null");
            statement.execute("update customer set status = 'ON_HOLD' where code = 'C3'");
            statement.execute("update customer set status = 'ACTIVE' where code = 'C2'");

            assertThat(ask(
                            statement,
                            "select c.code || ' ' || h.scope || ' ' || h.cause from live_hold(" + TENANT
                                    + ", (now() at time zone 'Asia/Shanghai')::date) v join credit_hold h on h.id = v.hold_id"
                                    + " join customer c on c.id = h.customer_id order by 1"))
                    .containsExactly("C2 ALL SAID_ELSEWHERE", "C3 ALL SAID_ELSEWHERE", "C4 ALL SAID_ELSEWHERE");
            assertThat(ask(statement, "select amount || ' ' || currency from credit_limit"))
                    .containsExactly("100 CNY");
            assertThat(ask(statement, "select grade from credit_assessment")).containsExactly("B");
            statement.execute("drop schema " + SCHEMA + " cascade");
        }
    }

    private static void customer(Statement statement, int number, String status, String credit) throws SQLException {
        statement.execute(
                "insert into customer (tenant_id, id, version, code, name, kind, status, grade, credit_limit_amount, credit_limit_currency, created_at)"
                        + " values (" + TENANT + ", '00000000-0000-0000-0000-00000000000" + number + "', 1, 'C" + number
                        + "', 'Demo', 'DISTRIBUTOR', '" + status + "', " + credit + ", now())");
    }

    private static List<String> ask(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            List<String> answer = new ArrayList<>();
            while (rows.next()) {
                answer.add(rows.getString(1));
            }
            return answer;
        }
    }
}
