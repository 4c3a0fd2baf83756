package io.huikuan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.plan.PlanReview;
import io.huikuan.scenario.NaiveLedger.Cash;
import io.huikuan.scenario.NaiveLedger.Debt;
import io.huikuan.scenario.NaiveLedger.Plan;
import io.huikuan.support.Books;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories made by chance, kept in the real ledger and in a naive one at the same time, agree on every day. */
@QuarkusTest
class GeneratedHistoryTest {

    private static final int STEPS = 70;
    private static final int GRACE_DAYS = 7;

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    TestClock clock;

    @Inject
    Sql sql;

    @Inject
    PlanReview review;

    private final NaiveLedger naive = new NaiveLedger();
    private final Map<LocalDate, Map<String, BigDecimal>> openByDay = new TreeMap<>();
    private Random chance;
    private Actor finance;
    private Actor manager;
    private UUID customer;
    private LocalDate today = LocalDate.of(2026, 1, 5);
    private boolean accelerates;

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void the_ledger_agrees_with_one_on_paper_on_every_day(long seed) {
        begin(seed);
        for (int step = 0; step < STEPS; step++) {
            doSomething(step);
            agreesToday();
            if (chance.nextInt(3) > 0) {
                openByDay.put(today, naive.open());
                today = today.plusDays(1 + chance.nextInt(12));
                clock.setNoon(today, finance.zone());
            }
        }
        openByDay.put(today, naive.open());
        openByDay.forEach((day, open) -> {
            assertThat(openOn(day, "SCHEDULE")).as("as of %s", day).isEqualTo(open);
            assertThat(byDebt(openOn(day, "ORIGINAL_DUE")))
                    .as("by own terms as of %s", day)
                    .isEqualTo(byDebt(open));
        });
        plansStandAsTheirInstallmentsSay();
    }

    private void begin(long seed) {
        chance = new Random(seed);
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        manager = tenancy.user(tenant, Role.MANAGER, null);
        customer = tenancy.customer(tenant, null, null);
        accelerates = seed % 2 == 0;
        tenancy.run(
                tenant,
                () -> sql.of("update tenant_settings set broken_plan_policy = :policy, plan_grace_days = :grace"
                                + " where tenant_id = :tenant")
                        .bind("policy", accelerates ? "ACCELERATE" : "RETURN_TO_TERMS")
                        .bind("grace", GRACE_DAYS)
                        .update());
        clock.setNoon(today, finance.zone());
    }

    private void doSomething(int step) {
        switch (step < 3 ? 0 : chance.nextInt(11)) {
            case 0, 1 -> issue(step);
            case 2, 3, 4 -> pay();
            case 5 -> apply();
            case 6 -> unapplyOrReverse();
            case 7 -> writeOff();
            case 8 -> credit(step);
            case 9 -> plan();
            default -> endOrBreak();
        }
    }

    private void issue(int step) {
        LocalDate due = today.plusDays(chance.nextInt(40));
        String amount = amount(100_000).toPlainString();
        String number = "R" + step;
        UUID id = books.issue(finance, customer, number, amount, due.toString());
        naive.issue(id, number, today, new BigDecimal(amount), due);
    }

    private void pay() {
        BigDecimal amount = amount(60_000);
        naive.receive(books.pay(finance, customer, amount.toPlainString(), today.toString()), amount);
    }

    private void apply() {
        any(naive.cash.values(), cash -> cash.unapplied.signum() > 0).ifPresent(cash -> {
            books.apply(finance, cash.id);
            naive.apply(cash.id);
        });
    }

    private void unapplyOrReverse() {
        any(naive.cash.values(), cash -> !cash.reversed).ifPresent(cash -> {
            if (chance.nextBoolean()) {
                books.reverse(finance, cash.id, today.toString());
                naive.reverse(cash.id, today);
            } else if (!cash.entries.isEmpty()) {
                books.unapply(finance, cash.id, today.toString());
                naive.unapply(cash.id, today);
            }
        });
    }

    private void writeOff() {
        boolean undo = chance.nextBoolean();
        Predicate<Debt> which = undo
                ? debt -> debt.entries.stream().anyMatch(entry -> entry.why == NaiveLedger.Why.WRITTEN_OFF)
                : debt -> debt.open().signum() > 0;
        any(naive.debts.values(), which).ifPresent(debt -> {
            if (undo) {
                books.undoWriteOff(finance, debt.id, today.toString());
                naive.undoWriteOff(debt.id, today);
            } else {
                BigDecimal amount = debt.open().min(amount(30_000));
                books.writeOff(finance, debt.id, amount.toPlainString(), today.toString());
                naive.writeOff(debt.id, amount);
            }
        });
    }

    private void credit(int step) {
        BigDecimal amount = amount(50_000);
        any(naive.debts.values(), debt -> naive.mayCredit(debt.id, amount)).ifPresent(debt -> {
            books.credit(finance, debt.id, "C" + step, amount.toPlainString(), today.toString());
            naive.credit(debt.id, amount, today);
        });
    }

    private void plan() {
        any(naive.debts.values(), debt -> debt.open().signum() > 0).ifPresent(first -> {
            List<Debt> taken = naive.debts.values().stream()
                    .filter(debt -> debt.open().signum() > 0)
                    .filter(debt ->
                            debt == first || (debt.plan == null ? chance.nextBoolean() : debt.plan == first.plan))
                    .toList();
            BigDecimal total = taken.stream().map(Debt::open).reduce(BigDecimal.ZERO, BigDecimal::add);
            List<LocalDate> dates = new ArrayList<>();
            List<BigDecimal> amounts = new ArrayList<>();
            int count = 1 + chance.nextInt(4);
            BigDecimal each = total.divide(BigDecimal.valueOf(count), 2, RoundingMode.DOWN);
            for (int i = 0; i < count; i++) {
                dates.add(today.plusDays(10L * i + chance.nextInt(5)));
                amounts.add(i < count - 1 ? each : total.subtract(each.multiply(BigDecimal.valueOf(count - 1L))));
            }
            if (amounts.stream().allMatch(amount -> amount.signum() > 0)) {
                List<UUID> ids = taken.stream().map(debt -> debt.id).toList();
                naive.plan(books.plan(finance, manager, customer, ids, dates, amounts), ids, dates, amounts);
            }
        });
    }

    private void endOrBreak() {
        if (chance.nextBoolean()) {
            tenancy.callOutside(finance, () -> review.review(today));
            List.copyOf(naive.plans.values()).stream().filter(this::isLate).forEach(plan -> {
                if (accelerates) {
                    naive.accelerate(plan, today);
                } else {
                    naive.end(plan);
                }
            });
        } else {
            any(naive.plans.values(), plan -> !plan.broken && plan.open().signum() > 0)
                    .ifPresent(plan -> {
                        books.cancel(manager, plan.id);
                        naive.end(plan);
                    });
        }
    }

    private boolean isLate(Plan plan) {
        return !plan.broken
                && plan.parts.stream()
                        .anyMatch(part -> part.open.signum() > 0
                                && part.debt.plan == plan
                                && today.isAfter(part.lateFrom.plusDays(GRACE_DAYS)));
    }

    private void agreesToday() {
        assertThat(openOn(today, "SCHEDULE")).isEqualTo(naive.open());
        Map<UUID, BigDecimal> unapplied = tenancy.call(
                finance,
                () -> sql.of("select p.id, p.unapplied from payment p where p.tenant_id = :tenant")
                        .map(row -> row.uuid("id"), row -> plain(row.number("unapplied"))));
        Map<UUID, BigDecimal> expected = new TreeMap<>();
        naive.cash.values().forEach((Cash cash) -> expected.put(cash.id, plain(cash.unapplied)));
        assertThat(new TreeMap<>(unapplied)).isEqualTo(expected);
    }

    private Map<String, BigDecimal> openOn(LocalDate day, String basis) {
        return new TreeMap<>(tenancy.call(
                finance,
                () -> sql.of("""
                        select r.number || ' ' || o.due_date as part, sum(o.open) as open
                        from open_share(:tenant, cast(:day as date), :basis) o
                        join receivable r on r.tenant_id = :tenant and r.id = o.receivable_id
                        group by 1""")
                        .bind("day", day)
                        .bind("basis", basis)
                        .map(row -> row.text("part"), row -> row.number("open"))));
    }

    private static Map<String, BigDecimal> byDebt(Map<String, BigDecimal> open) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        open.forEach((part, amount) -> sums.merge(part.substring(0, part.indexOf(' ')), amount, BigDecimal::add));
        return sums;
    }

    private void plansStandAsTheirInstallmentsSay() {
        naive.plans.values().forEach(plan -> {
            String expected = plan.broken ? "BROKEN" : plan.open().signum() > 0 ? "ACTIVE" : "COMPLETED";
            assertThat(books.planStatus(finance, plan.id)).isEqualTo(expected);
        });
    }

    private <T> Optional<T> any(Collection<T> all, Predicate<T> which) {
        List<T> some = all.stream().filter(which).toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(chance.nextInt(some.size())));
    }

    private BigDecimal amount(int mostCents) {
        return BigDecimal.valueOf(1 + chance.nextInt(mostCents), 2);
    }

    private static BigDecimal plain(BigDecimal amount) {
        return amount.setScale(2);
    }
}
