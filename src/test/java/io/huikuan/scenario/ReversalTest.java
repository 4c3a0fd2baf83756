package io.huikuan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.Books;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rule 10 as a property: two customers live the same history, but one of them has a payment more, which bounces. From then on both stand alike.
 */
@QuarkusTest
class ReversalTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    TestClock clock;

    @Inject
    Sql sql;

    private Actor finance;
    private Actor manager;
    private Twin bounced;
    private Twin plain;
    private Random chance;
    private LocalDate today = FIRST_DAY;
    private int steps;

    private final class Twin {
        private final UUID customer = tenancy.customer(finance, null, null);
        private final List<UUID> invoices = new ArrayList<>();
        private final List<UUID> plans = new ArrayList<>();
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void a_payment_that_bounced_leaves_every_share_and_plan_as_if_it_had_never_been(long seed) {
        begin(seed);
        live(10, this::anything);
        UUID payment = books.pay(finance, bounced.customer, amount(150_000).toPlainString(), today.toString());
        live(4, this::nothingThatMovesMoney);
        books.reverse(finance, payment, today.toString());

        for (LocalDate day : List.of(today, today.plusDays(15), today.plusDays(60))) {
            assertThat(shares(bounced, day, "SCHEDULE")).isEqualTo(shares(plain, day, "SCHEDULE"));
            assertThat(shares(bounced, day, "ORIGINAL_DUE")).isEqualTo(shares(plain, day, "ORIGINAL_DUE"));
        }
        assertThat(statuses(bounced)).isEqualTo(statuses(plain));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38})
    void what_the_customer_owes_is_the_same_whatever_money_followed_the_payment(long seed) {
        begin(seed);
        live(6, this::anything);
        UUID payment = books.pay(finance, bounced.customer, amount(150_000).toPlainString(), today.toString());
        live(8, this::moneyAndInvoices);
        books.reverse(finance, payment, today.toString());
        live(4, this::moneyAndInvoices);

        assertThat(owed(bounced)).isEqualByComparingTo(owed(plain));
    }

    private void begin(long seed) {
        chance = new Random(seed);
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(today, tenant.zone());
        finance = tenancy.user(tenant, Role.FINANCE, null);
        manager = tenancy.user(tenant, Role.MANAGER, null);
        bounced = new Twin();
        plain = new Twin();
        issue();
        issue();
    }

    private void live(int moments, Runnable moment) {
        for (int i = 0; i < moments; i++) {
            moment.run();
            today = today.plusDays(chance.nextInt(9));
            clock.setNoon(today, finance.zone());
        }
    }

    private void anything() {
        switch (chance.nextInt(6)) {
            case 0 -> issue();
            case 1, 2 -> pay();
            case 3 -> credit();
            case 4 -> plan();
            default -> cancel();
        }
    }

    private void moneyAndInvoices() {
        switch (chance.nextInt(4)) {
            case 0 -> issue();
            case 1 -> credit();
            default -> pay();
        }
    }

    private void nothingThatMovesMoney() {
        issue();
    }

    private void both(Consumer<Twin> step) {
        steps++;
        step.accept(bounced);
        step.accept(plain);
    }

    private void issue() {
        String amount = amount(90_000).toPlainString();
        String due = today.plusDays(chance.nextInt(40)).toString();
        both(twin -> twin.invoices.add(books.issue(finance, twin.customer, number(twin), amount, due)));
    }

    private void pay() {
        String amount = amount(60_000).toPlainString();
        both(twin -> books.pay(finance, twin.customer, amount, today.toString()));
    }

    /** A cent of an invoice each time: so much may always be credited. */
    private void credit() {
        int which = chance.nextInt(plain.invoices.size());
        both(twin -> books.credit(finance, twin.invoices.get(which), number(twin), "0.01", today.toString()));
    }

    private void plan() {
        List<UUID> open = List.copyOf(openInvoices(plain).keySet());
        if (open.isEmpty()) {
            return;
        }
        List<Integer> places = open.stream().map(plain.invoices::indexOf).toList();
        BigDecimal total = openInvoices(plain).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal half = total.divide(BigDecimal.valueOf(2), 2, RoundingMode.UP);
        boolean inTwo = total.compareTo(half) > 0;
        List<LocalDate> dates = inTwo ? List.of(today.plusDays(10), today.plusDays(40)) : List.of(today.plusDays(10));
        List<BigDecimal> amounts = inTwo ? List.of(half, total.subtract(half)) : List.of(total);
        both(twin -> twin.plans.add(books.plan(
                finance,
                manager,
                twin.customer,
                places.stream().map(twin.invoices::get).toList(),
                dates,
                amounts)));
    }

    private void cancel() {
        List<String> now = statuses(plain);
        int which = now.indexOf("ACTIVE");
        if (which >= 0) {
            both(twin -> books.cancel(manager, twin.plans.get(which)));
        }
    }

    private String number(Twin twin) {
        return steps + (twin == plain ? "P" : "B");
    }

    private Map<UUID, BigDecimal> openInvoices(Twin twin) {
        return tenancy.call(
                finance,
                () -> sql.of("""
                        select o.receivable_id, sum(o.open) as open from open_share(:tenant, cast(:day as date), 'SCHEDULE') o
                        where o.customer_id = :customer group by 1 having sum(o.open) > 0""")
                        .bind("day", today)
                        .bind("customer", twin.customer)
                        .map(row -> row.uuid("receivable_id"), row -> row.number("open")));
    }

    /** What is open, as "invoice's place, due date, amount". */
    private List<String> shares(Twin twin, LocalDate day, String basis) {
        return tenancy
                .call(
                        finance,
                        () -> sql.of("""
                        select o.receivable_id, o.due_date, sum(o.open) as open
                        from open_share(:tenant, cast(:day as date), :basis) o
                        where o.customer_id = :customer group by 1, 2 having sum(o.open) > 0 order by 2, 3""")
                                .bind("day", day)
                                .bind("basis", basis)
                                .bind("customer", twin.customer)
                                .list(row -> twin.invoices.indexOf(row.uuid("receivable_id")) + " "
                                        + row.date("due_date") + " " + row.number("open")))
                .stream()
                .sorted()
                .toList();
    }

    private List<String> statuses(Twin twin) {
        return twin.plans.stream().map(plan -> books.planStatus(finance, plan)).toList();
    }

    /** What is open less the unapplied cash. */
    private BigDecimal owed(Twin twin) {
        BigDecimal open = openInvoices(twin).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return open.subtract(tenancy.call(
                finance,
                () -> sql.of("select coalesce(sum(p.unapplied), 0) as cash from payment p"
                                + " where p.tenant_id = :tenant and p.customer_id = :customer")
                        .bind("customer", twin.customer)
                        .one(row -> row.number("cash"))));
    }

    private BigDecimal amount(int mostCents) {
        return BigDecimal.valueOf(10 + chance.nextInt(mostCents), 2);
    }
}
