package io.huikuan.strategy;

import static io.huikuan.strategy.StrategyWorld.atLeast;
import static io.huikuan.strategy.StrategyWorld.call;
import static io.huikuan.strategy.StrategyWorld.email;
import static io.huikuan.strategy.StrategyWorld.forClass;
import static io.huikuan.strategy.StrategyWorld.onBusinessDay;
import static io.huikuan.strategy.StrategyWorld.repeated;
import static io.huikuan.strategy.StrategyWorld.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the verdict is on the days around a step, and on each side of what else decides. */
@QuarkusTest
class StrategyVerdictTest {

    /** A Friday. */
    private static final String DUE = "2026-10-30";

    @Inject
    Tenancy tenancy;

    @Inject
    StrategyWorld world;

    @Inject
    TestClock clock;

    @Inject
    Sql sql;

    private Actor tenant;
    private Actor finance;
    private UUID customer;
    private UUID invoice;

    @BeforeEach
    void an_invoice_is_due_on_a_friday() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(LocalDate.parse("2026-10-01"), tenant.zone());
        finance = tenancy.user(tenant, Role.FINANCE, null);
        customer = tenancy.customer(tenant, null, null);
        invoice = tenancy.invoice(tenant, customer, "1000.00", LocalDate.parse("2026-10-01"), LocalDate.parse(DUE));
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private void on(String day) {
        clock.setNoon(LocalDate.parse(day), tenant.zone());
    }

    private String verdict(UUID strategy, String day) {
        on(day);
        return world.verdict(finance, strategy, customer);
    }

    @ParameterizedTest
    @CsvSource({
        "-3, 2026-10-26, 2026-10-27",
        "0, 2026-10-29, 2026-10-30",
        "1, 2026-10-30, 2026-10-31",
        "10, 2026-11-08, 2026-11-09"
    })
    void a_step_is_reached_on_its_calendar_day_and_not_before(int step, String before, String reached) {
        UUID strategy = world.active(finance, call(step));

        assertThat(verdict(strategy, before)).isEqualTo("NOT_YET");
        assertThat(verdict(strategy, reached)).isEqualTo("DUE 1");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 2026-10-28, 2026-10-29",
        "-5, 2026-10-22, 2026-10-23",
        "1, 2026-11-01, 2026-11-02",
        "5, 2026-11-05, 2026-11-06",
        "6, 2026-11-08, 2026-11-09"
    })
    void a_step_in_business_days_leaves_out_weekends(int step, String before, String reached) {
        UUID strategy = world.active(finance, onBusinessDay(call(step)));

        assertThat(verdict(strategy, before)).isEqualTo("NOT_YET");
        assertThat(verdict(strategy, reached)).isEqualTo("DUE 1");
    }

    @Test
    void business_days_are_those_of_the_tenants_calendar() {
        tenancy.run(
                tenant,
                () -> sql.of("insert into holiday (tenant_id, day, name, workday) values"
                                + " (:tenant, '2026-11-02', 'Off', false), (:tenant, '2026-10-31', 'Worked', true)")
                        .update());
        UUID strategy = world.active(finance, onBusinessDay(call(2)));

        assertThat(verdict(strategy, "2026-11-02")).isEqualTo("NOT_YET");
        assertThat(verdict(strategy, "2026-11-03"))
                .as("Saturday is worked and Monday is off: Tuesday is the second day")
                .isEqualTo("DUE 1");
    }

    @Test
    void the_latest_step_that_is_reached_is_done_and_those_before_it_are_left_out() {
        UUID strategy = world.active(finance, email(-3), call(1), visit(5), call(30));
        on("2026-11-10");

        StrategyPreviewRow row = world.preview(finance, strategy, null).get(customer);

        assertThat(row.verdict()).isEqualTo(StrategyVerdict.DUE);
        assertThat(row.position()).isEqualTo(3);
        assertThat(row.plannedOn()).isEqualTo("2026-11-04");
        assertThat(row.passedOver()).containsExactly(1, 2);
    }

    @Test
    void of_two_steps_on_one_day_the_later_one_that_fits_is_done() {
        UUID strategy = world.active(finance, email(5), atLeast(call(5), "1000.01", "CNY"));
        assertThat(verdict(strategy, "2026-11-04")).isEqualTo("DUE 1");

        tenancy.invoice(tenant, customer, "0.01", LocalDate.parse("2026-10-01"), LocalDate.parse("2026-11-04"));

        assertThat(verdict(strategy, "2026-11-04")).isEqualTo("DUE 2");
    }

    @ParameterizedTest
    @CsvSource({"1000.00, CNY, DUE 1", "1000.01, CNY, BELOW_MINIMUM", "5000.00, USD, DUE 1"})
    void a_minimum_is_reached_exactly_and_only_in_its_currency(String minimum, String currency, String verdict) {
        UUID strategy = world.active(finance, atLeast(call(1), minimum, currency));

        assertThat(verdict(strategy, "2026-11-02")).isEqualTo(verdict);
    }

    @Test
    void what_is_not_due_yet_does_not_count_towards_a_minimum() {
        UUID strategy = world.active(finance, atLeast(call(1), "1500.00", "CNY"));
        tenancy.invoice(tenant, customer, "500.00", LocalDate.parse("2026-10-01"), LocalDate.parse("2026-11-03"));

        assertThat(verdict(strategy, "2026-11-02")).isEqualTo("BELOW_MINIMUM");
        assertThat(verdict(strategy, "2026-11-03")).isEqualTo("DUE 1");
    }

    @Test
    void a_step_is_for_its_classes_alone() {
        UUID strategy = world.active(finance, forClass(call(1), DebtorClass.SLOW));
        assertThat(verdict(strategy, "2026-11-02")).isEqualTo("NOT_FOR_CLASS");

        world.classify(tenant, customer, DebtorClass.SLOW);

        assertThat(verdict(strategy, "2026-11-02")).isEqualTo("DUE 1");
    }

    @Test
    void a_customer_follows_the_most_specific_strategy_that_is_active() {
        UUID east = tenancy.customer(tenant, null, "East");
        UUID common = world.active(finance, call(1));
        UUID slow = world.active(finance, List.of(DebtorClass.SLOW), call(1));
        UUID inTheEast = StrategyWorld.done(world.create(finance, StrategyWorld.wish(List.of(), "East", call(1))))
                .uuid();
        assertThat(followed(customer)).isEqualTo(common);
        assertThat(followed(east)).as("a draft changes nothing").isEqualTo(common);

        world.activate(finance, inTheEast);
        assertThat(followed(east)).isEqualTo(inTheEast);
        world.classify(tenant, east, DebtorClass.SLOW);
        assertThat(followed(east)).as("the class comes before the region").isEqualTo(slow);
        world.classify(tenant, east, DebtorClass.GOOD);
        assertThat(followed(east)).isEqualTo(inTheEast);

        StrategyWorld.done(world.decide(finance, inTheEast, world.version(finance, inTheEast), false));
        assertThat(followed(east)).isEqualTo(common);
        StrategyWorld.done(world.decide(finance, common, world.version(finance, common), false));
        assertThat(followed(east)).isNull();
    }

    private UUID followed(UUID whose) {
        return tenancy.call(
                tenant,
                () -> sql.of(
                                "select f.strategy_id from followed_strategy(:tenant, null, null) f where f.customer_id = :id")
                        .bind("id", whose)
                        .one(row -> row.uuid("strategy_id")));
    }

    @Test
    void what_is_promised_or_disputed_is_held_and_what_is_paid_is_nothing() {
        UUID strategy = world.active(finance, call(1));
        on("2026-11-02");
        promise("OPEN", "2026-11-05");
        assertThat(world.verdict(finance, strategy, customer)).isEqualTo("HELD");

        assertThat(verdict(strategy, "2026-11-06")).as("its window is over").isEqualTo("DUE 1");
        tenancy.pay(tenant, customer, invoice, "1000.00", LocalDate.parse("2026-11-06"));
        assertThat(world.verdict(finance, strategy, customer)).isEqualTo("NOTHING_OPEN");
    }

    private void promise(String status, String windowEnd) {
        tenancy.run(tenant, () -> {
            UUID promise = Uuids.next();
            sql.of("""
                    insert into promise (tenant_id, id, version, customer_id, currency, amount, given_on, promised_for, window_end, tolerance_days,
                        threshold, counts_from, status, decided_on, recorded_at, confirmed_at)
                    values (:tenant, :id, 1, :customer, 'CNY', 10, '2026-10-02', cast(:end as date), cast(:end as date), 0, 1, now(), :status,
                        case when :status = 'OPEN' then null else cast(:end as date) end, now(), now())""")
                    .bind("id", promise)
                    .bind("customer", customer)
                    .bind("end", windowEnd)
                    .bind("status", status)
                    .update();
            sql.of(
                            "insert into promise_item (tenant_id, promise_id, receivable_id, live) values (:tenant, :id, :invoice, :status = 'OPEN')")
                    .bind("id", promise)
                    .bind("invoice", invoice)
                    .bind("status", status)
                    .update();
        });
    }

    @Test
    void a_repeated_step_comes_again_after_its_days_and_sooner_for_each_broken_promise() {
        UUID strategy = world.active(finance, repeated(call(3), 7, 2, 4));
        world.day(tenant, "2026-11-02");
        assertThat(world.history(finance, customer)).containsExactly("PHONE_TASK 2026-11-02 OPEN");

        assertThat(verdict(strategy, "2026-11-08")).isEqualTo("DONE");
        assertThat(verdict(strategy, "2026-11-09")).isEqualTo("DUE 1");

        promise("BROKEN", "2026-11-01");
        assertThat(verdict(strategy, "2026-11-06")).isEqualTo("DONE");
        assertThat(verdict(strategy, "2026-11-07")).as("7 − 2").isEqualTo("DUE 1");

        promise("PARTIALLY_KEPT", "2026-11-02");
        promise("BROKEN", "2026-11-02");
        assertThat(verdict(strategy, "2026-11-05")).isEqualTo("DONE");
        assertThat(verdict(strategy, "2026-11-06")).as("never below 4").isEqualTo("DUE 1");
    }

    @ParameterizedTest
    @CsvSource({"2026-10-29, DONE", "2026-10-30, DUE 1"})
    void only_promises_whose_time_ended_on_the_oldest_due_date_or_later_hasten(String end, String verdict) {
        UUID strategy = world.active(finance, repeated(call(3), 7, 2, 4));
        promise("BROKEN", end);
        world.day(tenant, "2026-11-02");

        assertThat(verdict(strategy, "2026-11-07")).isEqualTo(verdict);
    }

    @Test
    void a_contact_keeps_the_next_step_away_for_the_quiet_days() {
        UUID strategy = world.active(finance, call(1));
        world.draft(finance, strategy, 2, call(1));
        world.activate(finance, strategy);
        contact("2026-11-02T01:30:00Z");

        assertThat(verdict(strategy, "2026-11-02")).isEqualTo("QUIET 1");
        assertThat(verdict(strategy, "2026-11-04")).isEqualTo("QUIET 1");
        assertThat(verdict(strategy, "2026-11-05")).isEqualTo("DUE 1");
    }

    @Test
    void without_quiet_days_a_step_comes_on_another_day_than_a_contact() {
        UUID strategy = world.active(finance, call(1));
        contact("2026-11-01T16:30:00Z");

        assertThat(verdict(strategy, "2026-11-02"))
                .as("in Shanghai it was Monday")
                .isEqualTo("QUIET 1");
        assertThat(verdict(strategy, "2026-11-03")).isEqualTo("DUE 1");
    }

    @Test
    void automatic_contacts_keep_letters_away_as_the_policy_says() {
        UUID strategy = world.active(finance, email(1));
        tenancy.run(
                tenant,
                () -> sql.of(
                                "insert into automatic_contact (tenant_id, id, customer_id, channel, cause, cause_id, made_at)"
                                        + " values (:tenant, :id, :customer, 'EMAIL', 'ESCALATION', :id, '2026-11-02T02:00:00Z')")
                        .bind("id", Uuids.next())
                        .bind("customer", customer)
                        .update());

        assertThat(verdict(strategy, "2026-11-04"))
                .as("two whole days lie between")
                .isEqualTo("QUIET 1");
        assertThat(verdict(strategy, "2026-11-05")).isEqualTo("DUE 1");
    }

    private void contact(String at) {
        tenancy.run(
                finance,
                () -> sql.of(
                                "insert into contact_record (tenant_id, id, customer_id, channel, direction, outcome, occurred_at, summary, recorded_by,"
                                        + " recorded_at) values (:tenant, :id, :customer, 'PHONE', 'OUTBOUND', 'REACHED', cast(:at as timestamptz), 'Called.',"
                                        + " :actor_user, now())")
                        .bind("id", Uuids.next())
                        .bind("customer", customer)
                        .bind("at", at)
                        .update());
    }

    @Test
    void a_preview_of_a_day_to_come_sees_it_with_what_is_open_now() {
        UUID strategy = world.active(finance, call(1), call(10));
        on("2026-10-20");

        assertThat(world.preview(finance, strategy, LocalDate.parse("2026-11-09"))
                        .get(customer)
                        .position())
                .isEqualTo(2);
    }
}
