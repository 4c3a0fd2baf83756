package io.huikuan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.ledger.InstallmentLine;
import io.huikuan.ledger.IssueCreditNote;
import io.huikuan.ledger.ReceivableService;
import io.huikuan.ledger.UndoWriteOff;
import io.huikuan.ledger.WriteOff;
import io.huikuan.payment.ApplyUnappliedCash;
import io.huikuan.payment.Payment;
import io.huikuan.payment.PaymentMethod;
import io.huikuan.payment.PaymentService;
import io.huikuan.payment.RecordPayment;
import io.huikuan.payment.RefundUnapplied;
import io.huikuan.payment.ReversePayment;
import io.huikuan.payment.UnapplyPayment;
import io.huikuan.plan.DecidePaymentPlan;
import io.huikuan.plan.PaymentPlan;
import io.huikuan.plan.PaymentPlanService;
import io.huikuan.plan.ProposePaymentPlan;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Books;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty people do everything that moves money of one customer at the same moment, again and again, and the books are right after each moment. */
@QuarkusTest
class ManyHandsTest {

    private static final int HANDS = 20;
    private static final int ROUNDS = 8;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 2);

    /** What may be said to somebody who came second. Anything else is a fault. */
    private static final Set<ErrorCode> TOO_LATE = EnumSet.of(
            ErrorCode.EXCEEDS_OPEN,
            ErrorCode.EXCEEDS_UNAPPLIED,
            ErrorCode.EXCEEDS_AMOUNT,
            ErrorCode.NOTHING_TO_UNDO,
            ErrorCode.INVALID_STATUS,
            ErrorCode.INVALID_VALUE,
            ErrorCode.PLAN_OUTDATED,
            ErrorCode.PLAN_OVERLAP,
            ErrorCode.SUM_MISMATCH,
            ErrorCode.STALE);

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    TestClock clock;

    @Inject
    ReceivableService receivables;

    @Inject
    PaymentService payments;

    @Inject
    PaymentPlanService plans;

    private Actor tenant;
    private Actor manager;
    private Actor finance;
    private UUID customer;
    private List<UUID> invoices;
    private LocalDate today = FIRST_DAY;
    private final ConcurrentLinkedQueue<Payment> recorded = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<PaymentPlan> proposed = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> done = new ConcurrentHashMap<>();
    private final Set<ErrorCode> refused = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void six_invoices_are_open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        manager = tenancy.user(tenant, Role.MANAGER, null);
        finance = tenancy.user(tenant, Role.FINANCE, null);
        customer = tenancy.customer(tenant, null, null);
        clock.setNoon(today, tenant.zone());
        invoices = IntStream.range(0, 6)
                .mapToObj(i -> tenancy.invoice(
                        finance, customer, "300.00", FIRST_DAY.minusDays(20), FIRST_DAY.plusDays(5L * i)))
                .toList();
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void the_books_are_right_after_each_moment(long seed) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            proposeAll();
            long moment = seed * 1000 + (long) round * HANDS;
            AtOnce.on(HANDS, hand -> act(new Random(moment + hand), hand));
            books.check(tenant, FIRST_DAY.minusDays(21), today.plusDays(1));
            books.checkPayments(tenant);
            today = today.plusDays(3);
            clock.setNoon(today, tenant.zone());
        }
        assertThat(TOO_LATE).as("done: %s", done).containsAll(refused);
        assertThat(done).containsKeys("pay", "reverse", "credit", "propose", "approve", "unapply", "write off");
    }

    private Void act(Random chance, int hand) {
        switch (hand % 10) {
            case 0, 1, 2 -> pay(chance);
            case 3 -> reverse(chance);
            case 4 -> unapplyOrApply(chance);
            case 5 -> credit(chance);
            case 6, 7 -> approve(chance);
            case 8 -> writeOffOrUndo(chance);
            default -> refundOrCancel(chance);
        }
        return null;
    }

    private void pay(Random chance) {
        RecordPayment wish = new RecordPayment(
                key(),
                NodeId.of(NodeKind.CUSTOMER, customer),
                null,
                cny(1 + chance.nextInt(9000)),
                today,
                PaymentMethod.CASH,
                null,
                List.of(),
                chance.nextInt(5) > 0);
        recorded.addAll(tried("pay", finance, () -> payments.record(wish)));
    }

    private void reverse(Random chance) {
        any(recorded, chance)
                .forEach(payment -> tried(
                        "reverse",
                        finance,
                        () -> payments.reverse(new ReversePayment(key(), payment.id(), today, "It bounced."))));
    }

    private void unapplyOrApply(Random chance) {
        any(recorded, chance).forEach(payment -> {
            if (chance.nextBoolean()) {
                tried(
                        "unapply",
                        finance,
                        () -> payments.unapply(new UnapplyPayment(key(), payment.id(), null, today, "Wrong one.")));
            } else {
                tried(
                        "apply",
                        finance,
                        () -> payments.applyUnapplied(new ApplyUnappliedCash(key(), payment.id(), null, true)));
            }
        });
    }

    private void credit(Random chance) {
        IssueCreditNote wish = new IssueCreditNote(
                key(), invoice(chance), "C" + key(), today, cny(1 + chance.nextInt(8000)), "Goods came back.");
        tried("credit", finance, () -> receivables.issueCreditNote(wish));
    }

    private void writeOffOrUndo(Random chance) {
        if (chance.nextInt(3) > 0) {
            WriteOff wish = new WriteOff(key(), invoice(chance), today, cny(1 + chance.nextInt(4000)), "Lost.");
            tried("write off", finance, () -> receivables.writeOff(wish));
        } else {
            tried(
                    "undo write-off",
                    finance,
                    () -> receivables.undoWriteOff(new UndoWriteOff(key(), invoice(chance), today, "Found.")));
        }
    }

    /** A plan over each invoice that is open, so that decisions on them and money race from then on. */
    private void proposeAll() {
        books.open(tenant, today).forEach((invoice, open) -> {
            ProposePaymentPlan wish = new ProposePaymentPlan(
                    key(),
                    NodeId.of(NodeKind.CUSTOMER, customer),
                    List.of(NodeId.of(NodeKind.RECEIVABLE, invoice)),
                    List.of(new InstallmentLine(today.plusDays(10), open)),
                    null,
                    null);
            proposed.addAll(tried("propose", manager, () -> plans.propose(wish)));
        });
    }

    private void approve(Random chance) {
        any(proposed, chance)
                .forEach(plan -> tried(
                        "approve",
                        finance,
                        () -> plans.approve(new DecidePaymentPlan(key(), plan.id(), plan.version(), null))));
    }

    private void refundOrCancel(Random chance) {
        if (chance.nextBoolean()) {
            any(recorded, chance)
                    .forEach(payment -> tried(
                            "refund",
                            finance,
                            () -> payments.refund(
                                    new RefundUnapplied(key(), payment.id(), today, cny(100), "He asked for it."))));
        } else {
            any(proposed, chance)
                    .forEach(plan -> tried(
                            "cancel",
                            manager,
                            () -> plans.cancel(new DecidePaymentPlan(key(), plan.id(), plan.version() + 1, null))));
        }
    }

    private String invoice(Random chance) {
        return NodeId.of(NodeKind.RECEIVABLE, invoices.get(chance.nextInt(invoices.size())));
    }

    private <T> List<T> tried(String what, Actor by, Supplier<Outcome<T>> work) {
        Outcome<T> outcome = tenancy.outcome(by, work);
        outcome.errors().stream().map(UserError::meaning).forEach(refused::add);
        if (outcome instanceof Outcome.Done<T> success) {
            done.merge(what, 1, Integer::sum);
            return List.of(success.value());
        }
        return List.of();
    }

    private static <T> List<T> any(ConcurrentLinkedQueue<T> all, Random chance) {
        List<T> now = List.copyOf(all);
        return now.isEmpty() ? List.of() : List.of(now.get(chance.nextInt(now.size())));
    }

    private static MoneyInput cny(int cents) {
        return new MoneyInput(Decimal.of(BigDecimal.valueOf(cents, 2)), "CNY");
    }

    private static String key() {
        return Uuids.next().toString();
    }
}
