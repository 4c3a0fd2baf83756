package io.huikuan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.ledger.Installment;
import io.huikuan.ledger.InstallmentLine;
import io.huikuan.ledger.Installments;
import io.huikuan.ledger.ReceivableService;
import io.huikuan.ledger.WriteOff;
import io.huikuan.payment.Payment;
import io.huikuan.payment.PaymentMethod;
import io.huikuan.payment.PaymentService;
import io.huikuan.payment.RecordPayment;
import io.huikuan.payment.ReversePayment;
import io.huikuan.plan.domain.EqualInstallments;
import io.huikuan.support.Books;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** A tenant's people, customers and debts for tests of plans, and what the ledger says of them. */
@ApplicationScoped
public class PlanWorld {

    private final Tenancy tenancy;
    private final ActingAs actingAs;
    private final TestClock clock;
    private final Sql sql;
    private final PaymentPlanService service;
    private final PaymentPlans plans;
    private final PlanReview review;
    private final Installments installments;
    private final ReceivableService receivables;
    private final PaymentService payments;
    private final Books books;
    private final Queue<PlanBroken> broken = new ConcurrentLinkedQueue<>();
    private volatile UUID refused;

    PlanWorld(
            Tenancy tenancy,
            ActingAs actingAs,
            TestClock clock,
            Sql sql,
            PaymentPlanService service,
            PaymentPlans plans,
            PlanReview review,
            Installments installments,
            ReceivableService receivables,
            PaymentService payments,
            Books books) {
        this.tenancy = tenancy;
        this.actingAs = actingAs;
        this.clock = clock;
        this.sql = sql;
        this.service = service;
        this.plans = plans;
        this.review = review;
        this.installments = installments;
        this.receivables = receivables;
        this.payments = payments;
        this.books = books;
    }

    void hear(@Observes PlanBroken news) {
        if (news.plan().equals(refused)) {
            throw new IllegalArgumentException("refused by the test");
        }
        broken.add(news);
    }

    /** Lets the transaction that breaks this plan fail; null: no more. */
    void refuse(UUID planOrNull) {
        refused = planOrNull;
    }

    /** The plans of the customer that were told to be broken. */
    List<PlanBroken> brokenOf(UUID customer) {
        return broken.stream().filter(news -> news.customer().equals(customer)).toList();
    }

    /** A tenant of its own with one customer, a manager and a finance clerk. */
    Cast cast(String today) {
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(LocalDate.parse(today), tenant.zone());
        return new Cast(
                tenant,
                tenancy.user(tenant, Role.MANAGER, null),
                tenancy.user(tenant, Role.FINANCE, null),
                tenancy.customer(tenant, null, null));
    }

    /** Who plays a part, and the customer on whom. */
    record Cast(Actor tenant, Actor manager, Actor finance, UUID customer) {}

    Actor user(Cast cast, Role role) {
        return tenancy.user(cast.tenant(), role, null);
    }

    UUID ownedCustomer(Cast cast, Actor rep) {
        return tenancy.customer(cast.tenant(), rep.user().orElseThrow(), null);
    }

    void today(Cast cast, String day) {
        clock.setNoon(LocalDate.parse(day), cast.tenant().zone());
    }

    void resetClock() {
        clock.reset();
    }

    void settle(Cast cast, String assignment) {
        change(cast, "update tenant_settings set " + assignment + " where tenant_id = :tenant");
    }

    void change(Cast cast, String statement) {
        tenancy.run(cast.tenant(), () -> sql.of(statement).update());
    }

    UUID invoice(Cast cast, String amount, String issued, String due) {
        return invoice(cast, cast.customer(), amount, issued, due);
    }

    UUID invoice(Cast cast, UUID customer, String amount, String issued, String due) {
        return tenancy.invoice(cast.tenant(), customer, amount, LocalDate.parse(issued), LocalDate.parse(due));
    }

    static InstallmentLine row(String due, String amount) {
        return new InstallmentLine(LocalDate.parse(due), new Decimal(amount));
    }

    ProposePaymentPlan over(Cast cast, List<UUID> receivableIds, InstallmentLine... rows) {
        return new ProposePaymentPlan(
                Uuids.next().toString(), customerId(cast.customer()), ids(receivableIds), List.of(rows), null, null);
    }

    ProposePaymentPlan equally(Cast cast, List<UUID> receivableIds, EqualInstallments equal) {
        return new ProposePaymentPlan(
                Uuids.next().toString(), customerId(cast.customer()), ids(receivableIds), null, equal, null);
    }

    static String customerId(UUID customer) {
        return NodeId.of(NodeKind.CUSTOMER, customer);
    }

    static List<String> ids(List<UUID> receivables) {
        return receivables.stream()
                .map(id -> NodeId.of(NodeKind.RECEIVABLE, id))
                .toList();
    }

    static DecidePaymentPlan decision(PaymentPlan plan) {
        return new DecidePaymentPlan(Uuids.next().toString(), plan.id(), plan.version(), null);
    }

    Outcome<PaymentPlan> propose(Actor by, ProposePaymentPlan wish) {
        return as(by, () -> service.propose(wish));
    }

    Outcome<PaymentPlan> approve(Actor by, PaymentPlan plan) {
        return as(by, () -> service.approve(decision(plan)));
    }

    Outcome<PaymentPlan> decideApprove(Actor by, DecidePaymentPlan wish) {
        return as(by, () -> service.approve(wish));
    }

    Outcome<PaymentPlan> reject(Actor by, PaymentPlan plan) {
        return as(by, () -> service.reject(decision(plan)));
    }

    Outcome<PaymentPlan> cancel(Actor by, PaymentPlan plan) {
        return as(by, () -> service.cancel(decision(plan)));
    }

    /** Proposed by the manager, approved by finance. */
    PaymentPlan active(Cast cast, List<UUID> receivableIds, InstallmentLine... rows) {
        PaymentPlan proposed = done(propose(cast.manager(), over(cast, receivableIds, rows)));
        return done(approve(cast.finance(), proposed));
    }

    PaymentPlan read(Cast cast, PaymentPlan plan) {
        return as(cast.tenant(), () -> plans.find(plan.id()).orElseThrow());
    }

    BigDecimal paid(Cast cast, PaymentPlan plan) {
        UUID id = NodeId.uuidOf(plan.id());
        return as(cast.tenant(), () -> plans.paidOf(List.of(id))).getOrDefault(id, BigDecimal.ZERO);
    }

    List<Installment> installmentsOf(Cast cast, PaymentPlan plan) {
        UUID id = NodeId.uuidOf(plan.id());
        return as(cast.tenant(), () -> installments.ofPlans(List.of(id))).getOrDefault(id, List.of());
    }

    PlanReview.Reviewed review(Cast cast, String today) {
        today(cast, today);
        return as(cast.tenant(), () -> review.review(LocalDate.parse(today)));
    }

    Payment pay(Cast cast, String amount, String on) {
        return done(as(
                cast.finance(),
                () -> payments.record(new RecordPayment(
                        Uuids.next().toString(),
                        customerId(cast.customer()),
                        null,
                        new MoneyInput(new Decimal(amount), "CNY"),
                        LocalDate.parse(on),
                        PaymentMethod.BANK_TRANSFER,
                        null,
                        null,
                        true))));
    }

    void reverse(Cast cast, Payment payment, String on) {
        done(as(
                cast.finance(),
                () -> payments.reverse(new ReversePayment(
                        Uuids.next().toString(), payment.id(), LocalDate.parse(on), "The bank returned it."))));
    }

    void writeOff(Cast cast, UUID receivable, String on) {
        done(as(
                cast.finance(),
                () -> receivables.writeOff(new WriteOff(
                        Uuids.next().toString(),
                        NodeId.of(NodeKind.RECEIVABLE, receivable),
                        LocalDate.parse(on),
                        null,
                        "Not worth the effort."))));
    }

    <T> T as(Actor actor, Supplier<T> work) {
        return actingAs.call(actor, work);
    }

    static <T> T done(Outcome<T> outcome) {
        assertThat(outcome.errors()).isEmpty();
        return outcome.valueOrNull();
    }

    static List<String> codes(Outcome<?> outcome) {
        return outcome.errors().stream().map(UserError::code).toList();
    }

    /** What is open by the schedules that rule on the day, by due date. */
    Map<LocalDate, BigDecimal> open(Cast cast, String asOf) {
        return open(cast, asOf, "SCHEDULE");
    }

    /** What is open on the day by due date, on the basis. */
    Map<LocalDate, BigDecimal> open(Cast cast, String asOf, String basis) {
        return tenancy.call(
                cast.tenant(),
                () -> sql.of("""
                        select due_date, sum(open) as open from open_share(:tenant, cast(:asOf as date), :basis)
                        group by due_date order by due_date""")
                        .bind("asOf", LocalDate.parse(asOf))
                        .bind("basis", basis)
                        .map(
                                row -> row.date("due_date"),
                                row -> row.number("open").setScale(2)));
    }

    static Map<LocalDate, BigDecimal> sums(Object... dueAndAmount) {
        Map<LocalDate, BigDecimal> sums = new java.util.LinkedHashMap<>();
        for (int i = 0; i < dueAndAmount.length; i += 2) {
            sums.put(LocalDate.parse((String) dueAndAmount[i]), new BigDecimal((String) dueAndAmount[i + 1]));
        }
        return sums;
    }

    /** On every day of the span both sides of the ledger are equal, and no receivable is ruled by two schedules or by none. */
    void checkBooks(Cast cast, String from, String to) {
        books.check(cast.tenant(), LocalDate.parse(from), LocalDate.parse(to));
    }
}
