package io.huikuan.support;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.ledger.InstallmentLine;
import io.huikuan.ledger.IssueReceivable;
import io.huikuan.ledger.ReceivableKind;
import io.huikuan.ledger.ReceivableService;
import io.huikuan.ledger.WriteOff;
import io.huikuan.payment.PaymentMethod;
import io.huikuan.payment.PaymentService;
import io.huikuan.payment.RecordPayment;
import io.huikuan.payment.ReversePayment;
import io.huikuan.plan.DecidePaymentPlan;
import io.huikuan.plan.PaymentPlan;
import io.huikuan.plan.PaymentPlanService;
import io.huikuan.plan.ProposePaymentPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Keeps the books in tests by the same use cases as the API. What is refused here fails the test. All amounts are in CNY. */
@ApplicationScoped
public class Books {

    private final Tenancy tenancy;
    private final ReceivableService receivables;
    private final PaymentService payments;
    private final PaymentPlanService plans;
    private final Sql sql;

    Books(Tenancy tenancy, ReceivableService receivables, PaymentService payments, PaymentPlanService plans, Sql sql) {
        this.tenancy = tenancy;
        this.receivables = receivables;
        this.payments = payments;
        this.plans = plans;
        this.sql = sql;
    }

    /** Issues an invoice today. */
    public UUID issue(Actor actor, UUID customer, String number, String amount, String due) {
        LocalDate today = tenancy.today(actor);
        return NodeId.uuidOf(done(tenancy.call(
                        actor,
                        () -> receivables.issue(new IssueReceivable(
                                key(),
                                NodeId.of(NodeKind.CUSTOMER, customer),
                                number,
                                ReceivableKind.INVOICE,
                                today,
                                cny(amount),
                                LocalDate.parse(due),
                                null,
                                null))))
                .id());
    }

    /** Proposes a plan with equal rows on these dates and lets another one approve it. */
    public UUID plan(
            Actor proposer, Actor approver, UUID customer, List<UUID> receivableIds, List<String> dates, String each) {
        PaymentPlan proposed = done(tenancy.call(
                proposer,
                () -> plans.propose(new ProposePaymentPlan(
                        key(),
                        NodeId.of(NodeKind.CUSTOMER, customer),
                        receivableIds.stream()
                                .map(id -> NodeId.of(NodeKind.RECEIVABLE, id))
                                .toList(),
                        dates.stream()
                                .map(date -> new InstallmentLine(LocalDate.parse(date), new Decimal(each)))
                                .toList(),
                        null,
                        null))));
        done(tenancy.call(
                approver, () -> plans.approve(new DecidePaymentPlan(key(), proposed.id(), proposed.version(), null))));
        return NodeId.uuidOf(proposed.id());
    }

    /** Receives money and lays it on the oldest due shares. */
    public UUID pay(Actor actor, UUID customer, String amount, String on) {
        return NodeId.uuidOf(done(tenancy.call(
                        actor,
                        () -> payments.record(new RecordPayment(
                                key(),
                                NodeId.of(NodeKind.CUSTOMER, customer),
                                null,
                                cny(amount),
                                LocalDate.parse(on),
                                PaymentMethod.BANK_TRANSFER,
                                null,
                                List.of(),
                                true))))
                .id());
    }

    /** Writes off all that is open of a receivable. */
    public void writeOff(Actor actor, UUID receivable, String on) {
        done(tenancy.call(
                actor,
                () -> receivables.writeOff(new WriteOff(
                        key(),
                        NodeId.of(NodeKind.RECEIVABLE, receivable),
                        LocalDate.parse(on),
                        null,
                        "It cannot be had."))));
    }

    /** The bank returned a payment. */
    public void reverse(Actor actor, UUID payment, String on) {
        done(tenancy.call(
                actor,
                () -> payments.reverse(new ReversePayment(
                        key(), NodeId.of(NodeKind.PAYMENT, payment), LocalDate.parse(on), "The bank returned it."))));
    }

    /** What is open of a customer as of a day, as "days past due" (0 when not late) and amount, in that order. */
    public List<String> aging(Actor actor, UUID customer, String asOf, String basis) {
        return tenancy.call(
                actor,
                () -> sql.of("""
                        select greatest(cast(:asOf as date) - o.due_date, 0) as late, sum(o.open) as open
                        from open_share(:tenant, cast(:asOf as date), :basis) o
                        where o.customer_id = :customer
                        group by 1 order by 1""")
                        .bind("asOf", LocalDate.parse(asOf))
                        .bind("basis", basis)
                        .bind("customer", customer)
                        .list(row ->
                                row.integer("late") + " " + row.number("open").toPlainString()));
    }

    private static MoneyInput cny(String amount) {
        return new MoneyInput(new Decimal(amount), "CNY");
    }

    private static String key() {
        return Uuids.next().toString();
    }

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new AssertionError("refused: " + outcome.errors());
    }
}
