package io.huikuan.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.analytics.Aging;
import io.huikuan.analytics.CustomerBalance;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.IssueCreditNote;
import io.huikuan.ledger.IssueReceivable;
import io.huikuan.ledger.ReceivableKind;
import io.huikuan.ledger.ReceivableService;
import io.huikuan.ledger.UndoWriteOff;
import io.huikuan.ledger.WriteOff;
import io.huikuan.payment.ApplyUnappliedCash;
import io.huikuan.payment.PaymentMethod;
import io.huikuan.payment.PaymentService;
import io.huikuan.payment.RecordPayment;
import io.huikuan.payment.RefundUnapplied;
import io.huikuan.payment.ReversePayment;
import io.huikuan.payment.UnapplyPayment;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to an account, in whatever order it is recorded: its statement over any period adds up and says what the balances say. */
@QuarkusTest
class StatementPropertyTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final int STEPS = 60;
    private static final int PERIODS = 25;

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    @Inject
    ReceivableService receivables;

    @Inject
    PaymentService payments;

    @Inject
    Statements statements;

    @Inject
    Aging aging;

    private Random chance;
    private Actor finance;
    private UUID customer;
    private LocalDate today;
    private final Map<String, List<String>> invoices = Map.of("CNY", new ArrayList<>(), "JPY", new ArrayList<>());
    private final List<String> paid = new ArrayList<>();
    private int done;

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_statement_adds_up_and_says_what_the_balances_say(long seed) {
        chance = new Random(seed);
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        customer = tenancy.customer(tenant, null, null);
        today = START;
        for (int step = 0; step < STEPS; step++) {
            today = today.plusDays(chance.nextInt(4));
            clock.setNoon(today, tenant.zone());
            doSomething("CNY", step);
            doSomething(chance.nextBoolean() ? "CNY" : "JPY", STEPS + step);
        }
        assertThat(done).as("what was not refused").isGreaterThan(STEPS / 2);

        Map<StatementLineKind, Integer> kinds = new EnumMap<>(StatementLineKind.class);
        assertThatItAddsUp(START.minusDays(3), today).forEach(line -> kinds.merge(line.kind(), 1, Integer::sum));
        for (int period = 0; period < PERIODS; period++) {
            LocalDate from = START.plusDays(chance.nextInt(1 + (int) (today.toEpochDay() - START.toEpochDay())));
            LocalDate to = from.plusDays(chance.nextInt(1 + (int) (today.toEpochDay() - from.toEpochDay())));
            assertThatItAddsUp(from, to);
        }
        assertThat(kinds.keySet())
                .contains(
                        StatementLineKind.INVOICE,
                        StatementLineKind.CREDIT_NOTE,
                        StatementLineKind.PAYMENT,
                        StatementLineKind.PAYMENT_REVERSED,
                        StatementLineKind.REFUND,
                        StatementLineKind.ADJUSTMENT);
    }

    private List<StatementLine> assertThatItAddsUp(LocalDate from, LocalDate to) {
        StatementOfAccount statement = tenancy.call(
                finance,
                () -> statements
                        .of(NodeId.of(NodeKind.CUSTOMER, customer), from, to)
                        .orElseThrow());
        WholeStatement whole = tenancy.call(finance, () -> statements.whole(statement));
        Map<String, CustomerBalance> opening = balances(from.minusDays(1));
        Map<String, CustomerBalance> closing = balances(to);
        assertThat(currencies(statement)).containsAll(opening.keySet()).containsAll(closing.keySet());
        List<StatementLine> all = new ArrayList<>();
        for (StatementOfCurrency account : statement.currencies()) {
            assertThatItIs(account.opening(), opening.get(account.currency()));
            assertThatItIs(account.closing(), closing.get(account.currency()));
            assertThatLinesLead(account, whole.linesOf(account));
            assertThatDuesSum(account, whole.duesOf(account));
            assertThat(pagesOf(account)).isEqualTo(whole.linesOf(account));
            all.addAll(whole.linesOf(account));
        }
        return all;
    }

    private static Set<String> currencies(StatementOfAccount statement) {
        return statement.currencies().stream()
                .map(StatementOfCurrency::currency)
                .collect(Collectors.toSet());
    }

    private Map<String, CustomerBalance> balances(LocalDate day) {
        return tenancy
                .call(finance, () -> aging.balances(Set.of(customer), day, true))
                .getOrDefault(customer, List.of())
                .stream()
                .collect(Collectors.toMap(CustomerBalance::currency, Function.identity()));
    }

    private static void assertThatItIs(StatementBalance shown, CustomerBalance balanceOrNull) {
        Decimal outstanding = balanceOrNull == null ? Decimal.ZERO : balanceOrNull.outstanding();
        Decimal unapplied = balanceOrNull == null ? Decimal.ZERO : balanceOrNull.unapplied();
        assertThat(shown.outstanding()).isEqualTo(outstanding);
        assertThat(shown.unapplied()).isEqualTo(unapplied);
        assertThat(shown.balance().value())
                .isEqualByComparingTo(outstanding.value().subtract(unapplied.value()));
    }

    private static void assertThatLinesLead(StatementOfCurrency account, List<StatementLine> lines) {
        BigDecimal running = account.opening().balance().value();
        BigDecimal charges = BigDecimal.ZERO;
        BigDecimal credits = BigDecimal.ZERO;
        LocalDate last = account.period().from();
        for (StatementLine line : lines) {
            running = running.add(line.amount().value());
            assertThat(line.balance().value()).isEqualByComparingTo(running);
            assertThat(line.on()).isBetween(last, account.period().to());
            last = line.on();
            charges = charges.add(line.amount().value().max(BigDecimal.ZERO));
            credits = credits.subtract(line.amount().value().min(BigDecimal.ZERO));
        }
        assertThat(account.closing().balance().value()).isEqualByComparingTo(running);
        assertThat(account.charges().value()).isEqualByComparingTo(charges);
        assertThat(account.credits().value()).isEqualByComparingTo(credits);
    }

    private static void assertThatDuesSum(StatementOfCurrency account, List<StatementDue> dues) {
        assertThat(dues.stream().map(due -> due.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(account.closing().outstanding().value());
        assertThat(dues).isSortedAccordingTo(java.util.Comparator.comparing(StatementDue::dueDate));
    }

    private List<StatementLine> pagesOf(StatementOfCurrency account) {
        List<StatementLine> lines = new ArrayList<>();
        String after = null;
        do {
            String from = after;
            Page<StatementLine> page =
                    tenancy.call(finance, () -> statements.lines(account, new Paging(7, from, false)));
            lines.addAll(page.nodes());
            after = page.pageInfo().hasNextPage() ? page.pageInfo().endCursor() : null;
        } while (after != null);
        return lines;
    }

    private void doSomething(String currency, int step) {
        String number = currency + step;
        LocalDate on = chance.nextInt(3) > 0 ? today : today.minusDays(chance.nextInt(15));
        switch (step % STEPS < 3 ? 0 : chance.nextInt(10)) {
            case 0, 1, 2 -> issue(number, currency, on);
            case 3, 4 -> pay(currency, on);
            case 5 -> refundOrApply(on);
            case 6 -> reverseOrUnapply(on);
            case 7, 8 -> writeOffOrUndo(currency, on);
            default -> credit(number, currency, on);
        }
    }

    private void issue(String number, String currency, LocalDate on) {
        IssueReceivable wish = new IssueReceivable(
                key(),
                NodeId.of(NodeKind.CUSTOMER, customer),
                number,
                ReceivableKind.INVOICE,
                on,
                money(currency),
                on.plusDays(chance.nextInt(40)),
                null,
                "=1+1");
        tryIt(() -> receivables.issue(wish).map(receivable -> {
            invoices.get(currency).add(receivable.id());
            return receivable;
        }));
    }

    private void pay(String currency, LocalDate on) {
        RecordPayment wish = new RecordPayment(
                key(),
                NodeId.of(NodeKind.CUSTOMER, customer),
                null,
                money(currency),
                on,
                PaymentMethod.BANK_TRANSFER,
                null,
                List.of(),
                chance.nextInt(4) > 0);
        tryIt(() -> payments.record(wish).map(payment -> {
            paid.add(payment.id());
            return payment;
        }));
    }

    private void refundOrApply(LocalDate on) {
        anyOf(paid, payment -> {
            if (chance.nextBoolean()) {
                tryIt(() -> payments.refund(new RefundUnapplied(key(), payment, on, null, "Too much.")));
            } else {
                tryIt(() -> payments.applyUnapplied(new ApplyUnappliedCash(key(), payment, List.of(), true)));
            }
        });
    }

    private void reverseOrUnapply(LocalDate on) {
        anyOf(paid, payment -> {
            if (chance.nextBoolean()) {
                tryIt(() -> payments.reverse(new ReversePayment(key(), payment, on, "It bounced.")));
            } else {
                tryIt(() -> payments.unapply(new UnapplyPayment(key(), payment, null, on, "For another.")));
            }
        });
    }

    private void writeOffOrUndo(String currency, LocalDate on) {
        anyOf(invoices.get(currency), invoice -> {
            if (chance.nextBoolean()) {
                tryIt(() -> receivables.writeOff(new WriteOff(key(), invoice, on, null, "It cannot be had.")));
            } else {
                tryIt(() -> receivables.undoWriteOff(new UndoWriteOff(key(), invoice, on, "It came after all.")));
            }
        });
    }

    private void credit(String number, String currency, LocalDate on) {
        anyOf(invoices.get(currency), invoice -> {
            MoneyInput amount = new MoneyInput(new Decimal("" + (1 + chance.nextInt(90))), currency);
            tryIt(() -> receivables.issueCreditNote(
                    new IssueCreditNote(key(), invoice, "C" + number, on, amount, "Goods came back.")));
        });
    }

    /** What the books refuse has changed nothing, and that is what a statement must show. */
    private <T> void tryIt(Supplier<Outcome<T>> work) {
        if (tenancy.outcome(finance, work) instanceof Outcome.Done<T>) {
            done++;
        }
    }

    private <T> void anyOf(List<T> all, java.util.function.Consumer<T> work) {
        if (!all.isEmpty()) {
            work.accept(all.get(chance.nextInt(all.size())));
        }
    }

    private MoneyInput money(String currency) {
        int minor = 1 + chance.nextInt(60_000);
        BigDecimal amount = currency.equals("JPY") ? BigDecimal.valueOf(minor) : BigDecimal.valueOf(minor, 2);
        return new MoneyInput(Decimal.of(amount), currency);
    }

    private static String key() {
        return Uuids.next().toString();
    }
}
