package io.huikuan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TenantOfTransactionTest {

    private static final String COUNT = "select count(*) from holiday";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    ActingAs actingAs;

    private final Actor ours = tenant("ours");
    private final Actor theirs = tenant("theirs");

    @BeforeEach
    void give_each_tenant_its_own_holidays() {
        QuarkusTransaction.requiringNew().call(() -> {
            introduce(ours);
            introduce(theirs);
            return null;
        });
        within(ours, () -> execute(holiday(ours, "2026-01-01")));
        within(theirs, () -> execute(holiday(theirs, "2026-05-01") + ";" + holiday(theirs, "2026-05-02")));
    }

    @Test
    void a_tenant_sees_its_own_rows_even_by_sql_that_names_no_tenant() {
        assertThat(within(ours, () -> ask(COUNT))).isEqualTo("1");
        assertThat(within(theirs, () -> ask(COUNT))).isEqualTo("2");
    }

    @Test
    void nobody_sees_nothing_also_on_a_connection_that_a_tenant_has_used() {
        for (int i = 0; i < 20; i++) {
            within(ours, () -> ask(COUNT));
            assertThat(QuarkusTransaction.requiringNew().call(() -> ask(COUNT))).isEqualTo("0");
        }
    }

    @Test
    void a_connection_that_a_failed_transaction_gives_back_carries_no_tenant() {
        assertThatThrownBy(() -> within(ours, () -> ask("select 1/0"))).hasMessageContaining("division by zero");
        assertThat(QuarkusTransaction.requiringNew().call(() -> ask("select current_setting('app.tenant', true)")))
                .isIn(null, "");
    }

    @Test
    void a_tenant_cannot_write_change_or_remove_rows_of_another() {
        assertThatThrownBy(() -> within(ours, () -> execute(holiday(theirs, "2026-12-25"))))
                .hasMessageContaining("row-level security");
        within(ours, () -> execute("update holiday set name = 'taken'"));
        within(ours, () -> execute("delete from holiday"));
        assertThat(within(theirs, () -> ask("select count(*) from holiday where name = 'Day off'")))
                .isEqualTo("2");
    }

    @Test
    void there_is_no_access_outside_a_transaction() {
        assertThatThrownBy(() -> ask("select 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("transaction");
    }

    private static Actor tenant(String code) {
        return Actor.system(UUID.randomUUID(), code, ZoneId.of("Asia/Shanghai"), "CNY");
    }

    private static String holiday(Actor actor, String day) {
        return "insert into holiday (tenant_id, day, name, workday) values ('" + actor.tenant() + "', '" + day
                + "', 'Day off', false)";
    }

    private void introduce(Actor actor) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into tenant (tenant_id, code, name, time_zone, base_currency, created_at)"
                                + " values (?, ?, 'Demo', 'Asia/Shanghai', 'CNY', now())")) {
            insert.setObject(1, actor.tenant());
            insert.setString(2, actor.tenantCode() + actor.tenant());
            insert.execute();
        }
    }

    private <T> T within(Actor actor, Callable<T> work) {
        return actingAs.call(actor, () -> QuarkusTransaction.requiringNew().call(work));
    }

    private Void execute(String change) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(change);
            return null;
        }
    }

    private String ask(String question) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
