package io.huikuan.strategy;

import static io.huikuan.strategy.StrategyWorld.atLeast;
import static io.huikuan.strategy.StrategyWorld.call;
import static io.huikuan.strategy.StrategyWorld.email;
import static io.huikuan.strategy.StrategyWorld.forClass;
import static io.huikuan.strategy.StrategyWorld.onBusinessDay;
import static io.huikuan.strategy.StrategyWorld.repeated;
import static io.huikuan.strategy.StrategyWorld.robot;
import static io.huikuan.strategy.StrategyWorld.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Statements;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The daily run: each step once, one step a day, forwards only, and what a preview said. */
@QuarkusTest
class StrategyRunTest {

    private static final LocalDate ISSUED = LocalDate.parse("2026-09-01");
    private static final LocalDate DUE = LocalDate.parse("2026-10-30");

    @Inject
    Tenancy tenancy;

    @Inject
    StrategyWorld world;

    @Inject
    StrategyRun runs;

    @Inject
    DuringRuns during;

    @Inject
    TestClock clock;

    @Inject
    Sql sql;

    private Actor tenant;
    private Actor finance;
    private UUID customer;
    private UUID invoice;

    @BeforeEach
    void an_invoice_is_due() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(LocalDate.parse("2026-10-01"), tenant.zone());
        finance = tenancy.user(tenant, Role.FINANCE, null);
        customer = tenancy.customer(tenant, null, null);
        invoice = tenancy.invoice(tenant, customer, "1000.00", ISSUED, DUE);
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    @Test
    void nothing_happens_before_a_strategy_is_active() {
        StrategyWorld.done(world.create(finance, StrategyWorld.wish(List.of(), null, call(1))));

        assertThat(world.day(tenant, "2026-11-02").raised()).isZero();
    }

    @Test
    void each_step_is_made_once_for_an_oldest_due_date_and_one_a_day() {
        world.active(finance, email(-3), call(1), visit(5));

        assertThat(world.day(tenant, "2026-10-26").raised()).isZero();
        assertThat(world.day(tenant, "2026-10-27").raised()).isOne();
        assertThat(world.run(tenant).raised()).as("the same day").isZero();
        assertThat(world.day(tenant, "2026-10-30").raised()).isZero();
        world.day(tenant, "2026-10-31");
        world.day(tenant, "2026-11-01");
        world.day(tenant, "2026-11-04");

        assertThat(world.history(finance, customer))
                .as("what was not done when the next step came gave way")
                .containsExactly(
                        "EMAIL 2026-10-27 SKIPPED NEXT_STEP",
                        "PHONE_TASK 2026-10-31 SKIPPED NEXT_STEP",
                        "VISIT_TASK 2026-11-04 OPEN");
    }

    @Test
    void an_open_task_stays_when_a_letter_follows_it() {
        world.active(finance, call(1), email(3));
        world.day(tenant, "2026-10-31");
        world.day(tenant, "2026-11-02");

        assertThat(world.history(finance, customer))
                .containsExactly("PHONE_TASK 2026-10-31 OPEN", "EMAIL 2026-11-02 WAITING");
    }

    @Test
    void after_days_of_silence_one_step_is_made_and_it_says_which_it_left_out() {
        world.active(finance, email(-3), email(1), call(3), visit(5));

        assertThat(world.day(tenant, "2026-11-20").raised()).isOne();

        CollectionTask made = world.tasks(finance, customer).get(0);
        assertThat(made.channel()).isEqualTo(StrategyChannel.VISIT_TASK);
        assertThat(made.passedOver()).containsExactly(1, 2, 3);
        assertThat(world.day(tenant, "2026-11-21").raised()).isZero();
    }

    @Test
    void a_task_made_on_a_day_off_is_due_on_the_next_business_day() {
        world.active(finance, call(1));
        world.day(tenant, "2026-10-31");

        assertThat(world.tasks(finance, customer).get(0).dueOn()).isEqualTo("2026-11-02");
    }

    @Test
    void a_step_for_a_robot_is_an_alert_until_the_next_step_or_until_it_is_paid() {
        world.active(finance, robot(1), robot(3));
        world.day(tenant, "2026-10-31");
        assertThat(world.history(finance, customer)).containsExactly("ROBOT 2026-10-31 DONE");
        assertThat(told()).containsExactly("1000.00 2026-10-30");

        world.day(tenant, "2026-11-02");
        assertThat(told()).as("the first one is over").containsExactly("1000.00 2026-10-30");
        tenancy.pay(tenant, customer, invoice, "999.99", LocalDate.parse("2026-11-02"));
        assertThat(told()).containsExactly("0.01 2026-10-30");
        tenancy.pay(tenant, customer, invoice, "0.01", LocalDate.parse("2026-11-02"));
        assertThat(told()).isEmpty();
    }

    private List<String> told() {
        return tenancy.call(
                tenant,
                () -> sql.of(
                                "select amount, cause_date from alert where tenant_id = :tenant and type = 'STRATEGY_STEP' and status = 'OPEN'")
                        .list(row -> row.number("amount").toPlainString() + " " + row.date("cause_date")));
    }

    @Test
    void a_robot_names_for_each_customer_the_first_installment_that_was_due_first() {
        world.active(finance, robot(1));
        for (int i = 0; i < 3; i++) {
            UUID another = tenancy.customer(tenant, null, null);
            tenancy.invoice(tenant, another, "100.00", ISSUED, DUE.minusDays(i), DUE.plusDays(9));
            tenancy.invoice(tenant, another, "200.00", ISSUED, DUE.minusDays(i));
        }
        world.day(tenant, "2026-10-31");

        int named = tenancy.call(tenant, () -> sql.of("""
                        select count(*) as count from strategy_action a
                        where a.tenant_id = :tenant and a.channel = 'ROBOT' and a.installment_id = (
                            select s.installment_id from open_share(:tenant, '2026-10-31', 'SCHEDULE') s
                            where s.customer_id = a.customer_id and s.due_date = a.oldest_due order by s.installment_id limit 1)""").one(row -> row.integer("count")));
        assertThat(named).isEqualTo(4);
    }

    @Test
    void a_run_ends_what_lost_its_cause_and_says_why() {
        List<UUID> customers = new ArrayList<>(List.of(customer));
        for (int i = 0; i < 3; i++) {
            UUID another = tenancy.customer(tenant, null, null);
            tenancy.invoice(tenant, another, "100.00", ISSUED, DUE);
            customers.add(another);
        }
        world.active(finance, call(1));
        world.day(tenant, "2026-10-31");
        lost(
                "update share set open = 0, booked_through = '2026-10-31' where tenant_id = :tenant and customer_id = :id",
                customers.get(1));
        lost("""
                insert into dunning_pause (tenant_id, id, version, customer_id, reason, from_date, until_date, paused_at)
                values (:tenant, :id, 1, :id, 'x', '2026-10-31', '2026-11-30', now())""", customers.get(2));
        lost("""
                insert into dunning_pause (tenant_id, id, version, customer_id, reason, from_date, until_date, paused_at)
                values (:tenant, :id, 1, :id, 'x', '2026-10-01', '2026-10-31', now())""", customers.get(3));

        world.day(tenant, "2026-11-01");

        assertThat(customers.stream().map(each -> String.join(" ", world.history(finance, each))))
                .containsExactly(
                        "PHONE_TASK 2026-10-31 OPEN",
                        "PHONE_TASK 2026-10-31 SKIPPED NOTHING_DUE",
                        "PHONE_TASK 2026-10-31 SKIPPED PAUSED",
                        "PHONE_TASK 2026-10-31 OPEN");
    }

    private void lost(String statement, UUID of) {
        tenancy.run(tenant, () -> sql.of(statement).bind("id", of).update());
    }

    @Test
    void who_pays_while_it_runs_has_no_task_afterwards() {
        world.active(finance, call(1));
        UUID late = tenancy.customer(tenant, null, null);
        tenancy.invoice(tenant, late, "100.00", ISSUED, DUE);
        during.run(() -> tenancy.pay(tenant, customer, invoice, "1000.00", LocalDate.parse("2026-11-02")));

        assertThat(world.day(tenant, "2026-11-02").raised()).isEqualTo(2);

        assertThat(world.history(finance, customer)).containsExactly("PHONE_TASK 2026-10-31 SKIPPED NOTHING_DUE");
        assertThat(world.history(finance, late)).containsExactly("PHONE_TASK 2026-10-31 OPEN");
    }

    @Test
    void a_new_oldest_due_date_begins_a_new_line() {
        world.active(finance, call(1));
        tenancy.invoice(tenant, customer, "500.00", ISSUED, LocalDate.parse("2026-11-10"));
        world.day(tenant, "2026-10-31");
        tenancy.pay(tenant, customer, invoice, "1000.00", LocalDate.parse("2026-10-31"));
        assertThat(world.history(finance, customer)).containsExactly("PHONE_TASK 2026-10-31 SKIPPED NOTHING_DUE");

        assertThat(world.day(tenant, "2026-11-10").raised()).isZero();
        assertThat(world.day(tenant, "2026-11-11").raised()).isOne();
    }

    @Test
    void a_bounced_payment_brings_the_step_back() {
        world.active(finance, call(1));
        world.day(tenant, "2026-11-02");
        tenancy.pay(tenant, customer, invoice, "1000.00", LocalDate.parse("2026-11-02"));
        world.day(tenant, "2026-11-03");
        tenancy.reverse(tenant, invoice, LocalDate.parse("2026-11-03"));
        world.day(tenant, "2026-11-04");

        assertThat(world.history(finance, customer))
                .containsExactly("PHONE_TASK 2026-10-31 SKIPPED NOTHING_DUE", "PHONE_TASK 2026-10-31 OPEN");
    }

    @Test
    void a_change_of_class_goes_on_from_where_the_customer_is() {
        world.active(finance, call(1), visit(5), call(10));
        world.active(finance, List.of(DebtorClass.EVASIVE), call(1), call(4), visit(8));
        world.day(tenant, "2026-11-04");
        world.classify(tenant, customer, DebtorClass.EVASIVE);

        assertThat(world.day(tenant, "2026-11-05").raised())
                .as("its steps of the first and fourth day are behind the customer")
                .isZero();
        world.day(tenant, "2026-11-07");

        assertThat(world.history(finance, customer))
                .containsExactly("VISIT_TASK 2026-11-04 SKIPPED NEXT_STEP", "VISIT_TASK 2026-11-07 OPEN");
    }

    @Test
    void a_new_version_repeats_nothing_either() {
        UUID strategy = world.active(finance, call(1), visit(5));
        world.day(tenant, "2026-11-04");
        world.draft(finance, strategy, 0, call(1), call(3), visit(5), call(8));
        world.activate(finance, strategy);

        assertThat(world.day(tenant, "2026-11-06").raised()).isZero();
        assertThat(world.day(tenant, "2026-11-07").raised()).isOne();
    }

    @Test
    void two_runs_at_once_give_each_customer_one_step() throws InterruptedException, ExecutionException {
        for (int i = 0; i < 20; i++) {
            UUID another = tenancy.customer(tenant, null, null);
            tenancy.invoice(tenant, another, "100.00", ISSUED, DUE);
        }
        world.active(finance, call(1), email(2));
        world.at(tenant, "2026-11-02", "06:00");

        List<StrategyRun.Ran> ran = AtOnce.on(2, number -> tenancy.callOutside(tenant, runs::run));

        assertThat(ran.stream().mapToInt(StrategyRun.Ran::made).sum()).isEqualTo(21);
        assertThat(world.count(tenant, "strategy_action")).isEqualTo(21);
    }

    @Test
    void a_run_takes_as_many_statements_for_many_as_for_one() {
        world.active(finance, call(1));
        world.at(tenant, "2026-11-02", "06:00");
        int forOne = Statements.duringOnce(() -> tenancy.callOutside(tenant, runs::run));
        for (int i = 0; i < 30; i++) {
            tenancy.invoice(tenant, tenancy.customer(tenant, null, null), "100.00", ISSUED, DUE);
        }
        int forMany = Statements.duringOnce(() -> tenancy.callOutside(tenant, runs::run));

        assertThat(world.count(tenant, "strategy_action")).isEqualTo(31);
        assertThat(forMany).isLessThanOrEqualTo(forOne + 2);
    }

    @Test
    void another_tenants_book_is_left_alone() {
        Actor other = tenancy.tenant("Asia/Shanghai");
        UUID theirs = tenancy.customer(other, null, null);
        tenancy.invoice(other, theirs, "100.00", ISSUED, DUE);
        world.active(finance, call(1));

        world.day(tenant, "2026-11-02");

        assertThat(world.count(other, "strategy_action")).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_run_does_to_each_customer_what_the_preview_said(long seed) {
        Random chance = new Random(seed);
        List<DebtorClass> classes = List.of(DebtorClass.values());
        UUID common = world.active(
                finance,
                email(-5),
                atLeast(onBusinessDay(call(2)), "300.00", "CNY"),
                forClass(visit(9), DebtorClass.SLOW),
                repeated(call(12), 3, 1, 1));
        UUID evasive = world.active(finance, List.of(DebtorClass.EVASIVE), call(1), repeated(email(4), 2, 0, 2));
        for (int i = 0; i < 25; i++) {
            UUID each = tenancy.customer(tenant, null, null);
            if (chance.nextBoolean()) {
                world.classify(tenant, each, classes.get(chance.nextInt(classes.size())));
            }
            for (int n = chance.nextInt(3); n >= 0; n--) {
                UUID document = tenancy.invoice(
                        tenant,
                        each,
                        100 + chance.nextInt(400) + ".00",
                        ISSUED,
                        DUE.minusDays(20).plusDays(chance.nextInt(40)));
                if (chance.nextInt(4) == 0) {
                    tenancy.pay(tenant, each, document, "100.00", LocalDate.parse("2026-10-01"));
                }
            }
        }
        for (int day = 2; day <= 14; day++) {
            String today = "2026-11-" + (day < 10 ? "0" : "") + day;
            world.at(tenant, today, "06:00");
            Map<UUID, StrategyPreviewRow> said = dueOf(common);
            said.putAll(dueOf(evasive));
            int before = world.count(tenant, "strategy_action");

            int made = world.run(tenant).raised();

            assertThat(made).as(today).isEqualTo(said.size());
            assertThat(world.count(tenant, "strategy_action")).isEqualTo(before + made);
            said.forEach((each, row) -> {
                List<CollectionTask> all = world.tasks(finance, each);
                CollectionTask last = all.get(all.size() - 1);
                assertThat(last.channel()).isEqualTo(row.channel());
                assertThat(last.position()).isEqualTo(row.position());
                assertThat(last.plannedOn()).isEqualTo(row.plannedOn());
                assertThat(last.passedOver()).isEqualTo(row.passedOver());
            });
        }
    }

    private Map<UUID, StrategyPreviewRow> dueOf(UUID strategy) {
        Map<UUID, StrategyPreviewRow> due = new HashMap<>(world.preview(finance, strategy, null));
        due.values().removeIf(row -> row.verdict() != StrategyVerdict.DUE);
        return due;
    }
}
