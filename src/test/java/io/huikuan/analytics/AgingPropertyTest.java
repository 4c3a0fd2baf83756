package io.huikuan.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Receivables;
import io.huikuan.support.Books;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to debts, their aging adds up, in every grouping, for everybody, and stays what it was. */
@QuarkusTest
class AgingPropertyTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final int STEPS = 40;

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    TestClock clock;

    @Inject
    Aging aging;

    @Inject
    Receivables receivables;

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    /** The people, the customers, and what was done so far. */
    private final class History {
        final Random random;
        final Actor tenant = tenancy.tenant("Asia/Shanghai");
        final Actor finance = tenancy.user(tenant, Role.FINANCE, null);
        final Actor manager = tenancy.user(tenant, Role.MANAGER, "EAST");
        final Actor rep = tenancy.user(tenant, Role.REP, null);
        final List<UUID> customers = List.of(
                tenancy.customer(tenant, rep.user().orElseThrow(), "EAST"),
                tenancy.customer(tenant, rep.user().orElseThrow(), "WEST"),
                tenancy.customer(tenant, null, "EAST"));
        final Map<UUID, List<UUID>> invoices = new HashMap<>();
        final List<UUID> payments = new ArrayList<>();
        LocalDate today = START;

        History(long seed) {
            random = new Random(seed);
        }

        void step() {
            today = today.plusDays(random.nextInt(4));
            clock.setNoon(today, tenant.zone());
            UUID customer = customers.get(random.nextInt(customers.size()));
            List<UUID> owed = invoices.computeIfAbsent(customer, any -> new ArrayList<>());
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> owed.add(issue(customer));
                case 3 -> payments.add(books.pay(finance, customer, amount(), today.toString()));
                case 4 -> reverseOne();
                default -> writeOffOne(owed);
            }
        }

        private UUID issue(UUID customer) {
            LocalDate due = today.plusDays(random.nextInt(40));
            return random.nextBoolean()
                    ? tenancy.invoice(tenant, customer, amount(), today, due)
                    : tenancy.invoice(tenant, customer, amount(), today, due, due.plusDays(30), due.plusDays(60));
        }

        private void reverseOne() {
            if (!payments.isEmpty()) {
                books.reverse(finance, payments.remove(random.nextInt(payments.size())), today.toString());
            }
        }

        private void writeOffOne(List<UUID> owed) {
            if (!owed.isEmpty()) {
                UUID one = owed.remove(random.nextInt(owed.size()));
                BigDecimal open = openOf(one);
                if (open.signum() > 0) {
                    books.writeOff(finance, one, open.toPlainString(), today.toString());
                }
            }
        }

        private BigDecimal openOf(UUID invoice) {
            return tenancy.call(finance, () -> receivables.byId(invoice))
                    .orElseThrow()
                    .balance()
                    .value();
        }

        private String amount() {
            return BigDecimal.valueOf(1 + random.nextInt(50_000), 2).toPlainString();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aging_adds_up_in_every_grouping_and_for_everybody_and_stays_what_it_was(long seed) {
        History history = new History(seed);
        Map<LocalDate, List<AgingRow>> seen = new LinkedHashMap<>();
        for (int step = 0; step < STEPS; step++) {
            history.step();
            seen.put(history.today, rows(history.finance, AgingGroup.CUSTOMER, AgingBasis.SCHEDULE, history.today));
        }

        assertThat(seen.values()).anySatisfy(rows -> assertThat(rows).hasSize(3));
        seen.forEach((day, then) -> {
            assertThat(rows(history.finance, AgingGroup.CUSTOMER, AgingBasis.SCHEDULE, day))
                    .as("%s, asked on %s", day, history.today)
                    .isEqualTo(then);
            then.forEach(AgingPropertyTest::assertThatBucketsSum);
            assertThatGroupingsAgree(history, day, total(then));
            assertThatEverybodySeesHis(history, day, then);
        });
    }

    private static void assertThatBucketsSum(AgingRow row) {
        assertThat(row.buckets().stream()
                        .map(bucket -> bucket.amount().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(row.outstanding().value());
        assertThat(row.buckets().stream()
                        .filter(bucket -> bucket.fromDays() != null)
                        .map(bucket -> bucket.amount().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(row.overdue().value());
    }

    private void assertThatGroupingsAgree(History history, LocalDate day, BigDecimal total) {
        for (AgingGroup group : AgingGroup.values()) {
            for (AgingBasis basis : AgingBasis.values()) {
                assertThat(total(rows(history.finance, group, basis, day)))
                        .as("%s by %s on %s", group, basis, day)
                        .isEqualByComparingTo(total);
            }
        }
    }

    private void assertThatEverybodySeesHis(History history, LocalDate day, List<AgingRow> all) {
        Map<String, AgingRow> byCustomer = all.stream().collect(Collectors.toMap(AgingRow::key, Function.identity()));
        for (Actor actor : List.of(history.rep, history.manager)) {
            List<AgingRow> own = rows(actor, AgingGroup.CUSTOMER, AgingBasis.SCHEDULE, day);
            assertThat(own).allSatisfy(row -> assertThat(row).isEqualTo(byCustomer.get(row.key())));
            assertThat(own).hasSizeLessThanOrEqualTo(2);
        }
    }

    private List<AgingRow> rows(Actor actor, AgingGroup group, AgingBasis basis, LocalDate asOf) {
        return tenancy.call(
                actor,
                () -> aging.rows(new AgingQuestion(asOf, group, basis), new Paging(100, null, false))
                        .nodes());
    }

    private static BigDecimal total(List<AgingRow> rows) {
        return rows.stream().map(row -> row.outstanding().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
