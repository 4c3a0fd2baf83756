package io.huikuan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.ledger.InstallmentLine;
import io.huikuan.ledger.IssueCreditNote;
import io.huikuan.ledger.IssueReceivable;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.ReceivableKind;
import io.huikuan.ledger.ReceivableService;
import io.huikuan.ledger.Receivables;
import io.huikuan.ledger.UndoWriteOff;
import io.huikuan.ledger.WriteOff;
import io.huikuan.payment.ApplyUnappliedCash;
import io.huikuan.payment.PaymentMethod;
import io.huikuan.payment.PaymentService;
import io.huikuan.payment.RecordPayment;
import io.huikuan.payment.ReversePayment;
import io.huikuan.payment.UnapplyPayment;
import io.huikuan.plan.PlanWorld.Cast;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Histories made by chance in which people record late: entries are dated up to weeks before the day on which they are recorded, on both
 * sides of the days on which plans begin and end. Whatever is refused, the books are equal on every day.
 */
@QuarkusTest
class PlanHistoryTest {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-03-01");
    private static final int STEPS = 60;
    private static final Set<String> EXPECTED = Set.of(
            "BACKDATED_CONFLICT",
            "EXCEEDS_OPEN",
            "EXCEEDS_AMOUNT",
            "EXCEEDS_UNAPPLIED",
            "NOTHING_TO_UNDO",
            "DATE_ORDER",
            "INVALID_STATUS",
            "ALREADY_DONE",
            "PLAN_OVERLAP");

    @Inject
    PlanWorld world;

    @Inject
    ReceivableService service;

    @Inject
    Receivables reads;

    @Inject
    PaymentService payments;

    private final List<UUID> receivables = new ArrayList<>();
    private final List<String> recorded = new ArrayList<>();
    private final List<PaymentPlan> plans = new ArrayList<>();
    private final Map<String, Integer> done = new HashMap<>();
    private final Map<String, Integer> refused = new HashMap<>();
    private Random chance;
    private Cast cast;
    private LocalDate today = FIRST_DAY;

    @AfterEach
    void resetClock() {
        world.resetClock();
    }

    @ParameterizedTest
    @ValueSource(longs = {1004, 1005, 1006, 1007})
    void the_books_are_equal_on_every_day_however_late_people_record(long seed) {
        chance = new Random(seed);
        cast = world.cast(FIRST_DAY.toString());
        world.settle(cast, "plan_grace_days = 3");
        if (seed % 2 == 0) {
            world.settle(cast, "broken_plan_policy = 'RETURN_TO_TERMS'");
        }
        for (int step = 0; step < STEPS; step++) {
            act(step);
            if (chance.nextInt(3) > 0) {
                today = today.plusDays(1 + chance.nextInt(6));
                world.today(cast, today.toString());
            }
            if (step % 20 == 19) {
                world.checkBooks(
                        cast,
                        FIRST_DAY.minusDays(30).toString(),
                        today.plusDays(3).toString());
            }
        }
        aPaymentThatIsReversedLeavesNoTrace();
        assertThat(done).as("refused: %s", refused).containsKeys("pay", "plan");
    }

    private void act(int step) {
        switch (step < 4 ? 0 : chance.nextInt(12)) {
            case 0, 1 -> issue();
            case 2, 3 -> pay();
            case 4 -> undoOrApply();
            case 5 -> reverse();
            case 6 -> writeOff();
            case 7 -> credit();
            case 8, 9 -> plan();
            case 10 -> cancel();
            default -> world.review(cast, today.toString());
        }
    }

    private void issue() {
        LocalDate issued = earlier(10);
        int rows = 1 + chance.nextInt(3);
        List<InstallmentLine> lines = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < rows; i++) {
            BigDecimal amount = amount(50_000);
            total = total.add(amount);
            lines.add(new InstallmentLine(issued.plusDays(15L * i + chance.nextInt(10)), Decimal.of(amount)));
        }
        IssueReceivable wish = new IssueReceivable(
                key(),
                customer(),
                "R" + receivables.size(),
                ReceivableKind.INVOICE,
                issued,
                cny(total),
                null,
                lines,
                null);
        tried("issue", () -> service.issue(wish)).ifDone(issue -> receivables.add(NodeId.uuidOf(issue.id())));
    }

    private void pay() {
        RecordPayment wish = new RecordPayment(
                key(), customer(), null, cny(amount(60_000)), earlier(25), PaymentMethod.CASH, null, null, true);
        tried("pay", () -> payments.record(wish)).ifDone(payment -> recorded.add(payment.id()));
    }

    private void undoOrApply() {
        if (recorded.isEmpty()) {
            return;
        }
        String payment = one(recorded);
        LocalDate on = earlier(10);
        if (chance.nextBoolean()) {
            tried("unapply", () -> payments.unapply(new UnapplyPayment(key(), payment, null, on, "Wrong customer.")));
        } else {
            tried("apply", () -> payments.applyUnapplied(new ApplyUnappliedCash(key(), payment, null, true)));
        }
    }

    private void reverse() {
        if (!recorded.isEmpty()) {
            String payment = one(recorded);
            LocalDate on = earlier(20);
            tried("reverse", () -> payments.reverse(new ReversePayment(key(), payment, on, "It bounced.")));
        }
    }

    private void writeOff() {
        String receivable = receivable();
        LocalDate on = earlier(20);
        if (chance.nextBoolean()) {
            MoneyInput amount = chance.nextBoolean() ? null : cny(amount(10_000));
            tried("write off", () -> service.writeOff(new WriteOff(key(), receivable, on, amount, "Lost.")));
        } else {
            tried("undo write-off", () -> service.undoWriteOff(new UndoWriteOff(key(), receivable, on, "Found.")));
        }
    }

    private void credit() {
        IssueCreditNote wish =
                new IssueCreditNote(key(), receivable(), "C" + key(), earlier(10), cny(amount(20_000)), "Returned.");
        tried("credit", () -> service.issueCreditNote(wish));
    }

    private void plan() {
        List<Receivable> open =
                open().stream().filter(any -> chance.nextInt(4) > 0).toList();
        if (open.isEmpty()) {
            return;
        }
        BigDecimal total = open.stream().map(each -> each.balance().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<InstallmentLine> rows = new ArrayList<>();
        BigDecimal rest = total;
        for (int i = 0; i < 3 && rest.compareTo(BigDecimal.ONE) > 0; i++) {
            BigDecimal part = i == 2 ? rest : rest.divide(BigDecimal.valueOf(2), 2, java.math.RoundingMode.DOWN);
            rows.add(new InstallmentLine(today.plusDays(12L * i + chance.nextInt(6)), Decimal.of(part)));
            rest = rest.subtract(part);
        }
        if (rest.signum() > 0 && rows.size() < 3) {
            rows.add(new InstallmentLine(today.plusDays(60), Decimal.of(rest)));
        }
        ProposePaymentPlan wish = new ProposePaymentPlan(
                key(), customer(), open.stream().map(Receivable::id).toList(), rows, null, null);
        Outcome<PaymentPlan> proposed = world.propose(cast.manager(), wish);
        count("plan", proposed);
        if (proposed instanceof Outcome.Done<PaymentPlan> plan) {
            plans.add(PlanWorld.done(world.approve(cast.finance(), plan.value())));
        }
    }

    private void cancel() {
        if (!plans.isEmpty()) {
            PaymentPlan plan = world.read(cast, one(plans));
            if (plan.status() == PlanStatus.ACTIVE) {
                count("cancel", world.cancel(cast.manager(), plan));
            }
        }
    }

    /** Rule 10, where nothing comes between: what is open of what and when it is due is as it was, and so are the plans. */
    private void aPaymentThatIsReversedLeavesNoTrace() {
        String day = today.toString();
        List<Map<LocalDate, BigDecimal>> before = List.of(world.open(cast, day), world.open(cast, day, "ORIGINAL_DUE"));
        List<PlanStatus> statuses = statuses();
        world.reverse(cast, world.pay(cast, "700.00", day), day);
        assertThat(List.of(world.open(cast, day), world.open(cast, day, "ORIGINAL_DUE")))
                .isEqualTo(before);
        assertThat(statuses()).isEqualTo(statuses);
    }

    private List<PlanStatus> statuses() {
        return plans.stream().map(plan -> world.read(cast, plan).status()).toList();
    }

    private List<Receivable> open() {
        return world.as(cast.tenant(), () -> reads.byIds(receivables)).values().stream()
                .filter(each -> each.balance().value().signum() > 0)
                .toList();
    }

    private record Tried<T>(Outcome<T> outcome) {
        void ifDone(java.util.function.Consumer<T> next) {
            if (outcome instanceof Outcome.Done<T> done) {
                next.accept(done.value());
            }
        }
    }

    private <T> Tried<T> tried(String what, Supplier<Outcome<T>> work) {
        Outcome<T> outcome = world.as(cast.finance(), work);
        count(what, outcome);
        return new Tried<>(outcome);
    }

    private void count(String what, Outcome<?> outcome) {
        assertThat(outcome.errors()).as(what).extracting(UserError::code).isSubsetOf(EXPECTED);
        (outcome.errors().isEmpty() ? done : refused).merge(what, 1, Integer::sum);
    }

    private LocalDate earlier(int most) {
        return today.minusDays(chance.nextInt(3) == 0 ? chance.nextInt(most) : 0);
    }

    private BigDecimal amount(int mostCents) {
        return BigDecimal.valueOf(1 + chance.nextInt(mostCents), 2);
    }

    private String receivable() {
        return NodeId.of(NodeKind.RECEIVABLE, one(receivables));
    }

    private <T> T one(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private String customer() {
        return PlanWorld.customerId(cast.customer());
    }

    private static MoneyInput cny(BigDecimal amount) {
        return new MoneyInput(Decimal.of(amount), "CNY");
    }

    private static String key() {
        return Uuids.next().toString();
    }
}
