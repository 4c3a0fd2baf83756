package io.huikuan.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.ledger.InstallmentLine;
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
import io.huikuan.payment.ReversePayment;
import io.huikuan.payment.UnapplyPayment;
import io.huikuan.plan.DecidePaymentPlan;
import io.huikuan.plan.PaymentPlan;
import io.huikuan.plan.PaymentPlanService;
import io.huikuan.plan.PaymentPlans;
import io.huikuan.plan.ProposePaymentPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Keeps the books in tests by the same use cases as the API. What is refused here fails the test. All amounts are in CNY. */
@ApplicationScoped
public class Books {

    private final Tenancy tenancy;
    private final ReceivableService receivables;
    private final PaymentService payments;
    private final PaymentPlanService plans;
    private final PaymentPlans allPlans;
    private final Sql sql;

    Books(
            Tenancy tenancy,
            ReceivableService receivables,
            PaymentService payments,
            PaymentPlanService plans,
            PaymentPlans allPlans,
            Sql sql) {
        this.tenancy = tenancy;
        this.receivables = receivables;
        this.payments = payments;
        this.plans = plans;
        this.allPlans = allPlans;
        this.sql = sql;
    }

    /** Issues an invoice today. */
    public UUID issue(Actor actor, UUID customer, String number, String amount, String due) {
        IssueReceivable wish = new IssueReceivable(
                key(),
                NodeId.of(NodeKind.CUSTOMER, customer),
                number,
                ReceivableKind.INVOICE,
                tenancy.today(actor),
                cny(amount),
                LocalDate.parse(due),
                null,
                null);
        return NodeId.uuidOf(done(actor, () -> receivables.issue(wish)).id());
    }

    /** Proposes a plan with these rows and lets another one approve it. */
    public UUID plan(
            Actor proposer,
            Actor approver,
            UUID customer,
            List<UUID> receivableIds,
            List<LocalDate> dates,
            List<BigDecimal> amounts) {
        ProposePaymentPlan wish = new ProposePaymentPlan(
                key(),
                NodeId.of(NodeKind.CUSTOMER, customer),
                receivableIds.stream()
                        .map(id -> NodeId.of(NodeKind.RECEIVABLE, id))
                        .toList(),
                IntStream.range(0, dates.size())
                        .mapToObj(i -> new InstallmentLine(dates.get(i), Decimal.of(amounts.get(i))))
                        .toList(),
                null,
                null);
        PaymentPlan proposed = done(proposer, () -> plans.propose(wish));
        done(approver, () -> plans.approve(new DecidePaymentPlan(key(), proposed.id(), proposed.version(), null)));
        return NodeId.uuidOf(proposed.id());
    }

    /** Cancels a plan. */
    public void cancel(Actor actor, UUID plan) {
        PaymentPlan found = find(actor, plan);
        done(actor, () -> plans.cancel(new DecidePaymentPlan(key(), found.id(), found.version(), null)));
    }

    /** How a plan stands. */
    public String planStatus(Actor actor, UUID plan) {
        return find(actor, plan).status().name();
    }

    private PaymentPlan find(Actor actor, UUID plan) {
        return tenancy.call(actor, () -> allPlans.find(plan).orElseThrow());
    }

    /** Receives money and lays it on the oldest due shares. */
    public UUID pay(Actor actor, UUID customer, String amount, String on) {
        return pay(actor, customer, amount, on, null);
    }

    /** The same with a reference of the payer's. */
    public UUID pay(Actor actor, UUID customer, String amount, String on, String reference) {
        RecordPayment wish = new RecordPayment(
                key(),
                NodeId.of(NodeKind.CUSTOMER, customer),
                null,
                cny(amount),
                LocalDate.parse(on),
                PaymentMethod.BANK_TRANSFER,
                reference,
                List.of(),
                true);
        return NodeId.uuidOf(done(actor, () -> payments.record(wish)).id());
    }

    /** Allocates what is unapplied of a payment. */
    public void apply(Actor actor, UUID payment) {
        done(
                actor,
                () -> payments.applyUnapplied(
                        new ApplyUnappliedCash(key(), NodeId.of(NodeKind.PAYMENT, payment), List.of(), true)));
    }

    /** Takes all allocations of a payment back. */
    public void unapply(Actor actor, UUID payment, String on) {
        done(
                actor,
                () -> payments.unapply(new UnapplyPayment(
                        key(),
                        NodeId.of(NodeKind.PAYMENT, payment),
                        null,
                        LocalDate.parse(on),
                        "It was meant for another.")));
    }

    /** The bank returned a payment. */
    public void reverse(Actor actor, UUID payment, String on) {
        done(
                actor,
                () -> payments.reverse(new ReversePayment(
                        key(), NodeId.of(NodeKind.PAYMENT, payment), LocalDate.parse(on), "The bank returned it.")));
    }

    /** Writes off so much of a receivable. */
    public void writeOff(Actor actor, UUID receivable, String amount, String on) {
        done(
                actor,
                () -> receivables.writeOff(new WriteOff(
                        key(),
                        NodeId.of(NodeKind.RECEIVABLE, receivable),
                        LocalDate.parse(on),
                        cny(amount),
                        "It cannot be had.")));
    }

    /** Takes all write-offs of a receivable back. */
    public void undoWriteOff(Actor actor, UUID receivable, String on) {
        done(
                actor,
                () -> receivables.undoWriteOff(new UndoWriteOff(
                        key(),
                        NodeId.of(NodeKind.RECEIVABLE, receivable),
                        LocalDate.parse(on),
                        "It came in after all.")));
    }

    /** Credits so much of a receivable. */
    public void credit(Actor actor, UUID receivable, String number, String amount, String on) {
        done(
                actor,
                () -> receivables.issueCreditNote(new IssueCreditNote(
                        key(),
                        NodeId.of(NodeKind.RECEIVABLE, receivable),
                        number,
                        LocalDate.parse(on),
                        cny(amount),
                        "Goods came back.")));
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

    /** On every day of the span both sides of the ledger are equal, and no receivable is ruled by two schedules or by none. */
    public void check(Actor tenant, LocalDate from, LocalDate to) {
        record Day(
                LocalDate day, UUID receivable, BigDecimal entries, BigDecimal terms, BigDecimal ruling, int rulers) {}
        List<Day> days = tenancy.call(
                tenant,
                () -> sql.of("""
                        select cast(d.day as date) as day, r.id,
                            r.amount + coalesce((select sum(e.amount) from entry e
                                where e.tenant_id = :tenant and e.receivable_id = r.id and e.on_date <= d.day), 0) as entries,
                            coalesce((select sum(x.open) from open_share(:tenant, cast(d.day as date), 'ORIGINAL_DUE') x
                                where x.receivable_id = r.id), 0) as terms,
                            coalesce((select sum(x.open) from open_share(:tenant, cast(d.day as date), 'SCHEDULE') x
                                where x.receivable_id = r.id), 0) as ruling,
                            (select count(distinct s.schedule_id) from share s
                                where s.tenant_id = :tenant and s.receivable_id = r.id and s.rules @> cast(d.day as date)) as rulers
                        from generate_series(cast(:from as date), cast(:to as date), interval '1 day') d (day)
                        join receivable r on r.tenant_id = :tenant and r.issue_date <= d.day and r.kind <> 'CREDIT_NOTE'""")
                        .bind("from", from)
                        .bind("to", to)
                        .list(row -> new Day(
                                row.date("day"),
                                row.uuid("id"),
                                row.number("entries"),
                                row.number("terms"),
                                row.number("ruling"),
                                row.integer("rulers"))));
        assertThat(days).isNotEmpty().allSatisfy(day -> {
            assertThat(day.terms()).isEqualByComparingTo(day.entries());
            assertThat(day.ruling()).isEqualByComparingTo(day.entries());
            assertThat(day.entries()).isNotNegative();
            assertThat(day.rulers()).isEqualTo(1);
        });
    }

    /** Of every payment, what came in is what was allocated, refunded, reversed and is unapplied, and never less than nothing. */
    public void checkPayments(Actor tenant) {
        record Cash(
                UUID id, BigDecimal amount, BigDecimal unapplied, BigDecimal moved, BigDecimal spent, boolean stands) {}
        List<Cash> all = tenancy.call(
                tenant,
                () -> sql.of("""
                        select p.id, p.amount, p.unapplied, p.reversed_on is null as stands,
                            (select sum(m.amount) from payment_entry m where m.tenant_id = :tenant and m.payment_id = p.id) as moved,
                            coalesce((select -sum(e.amount) from entry e
                                where e.tenant_id = :tenant and e.payment_id = p.id), 0)
                            + coalesce((select -sum(m.amount) from payment_entry m
                                where m.tenant_id = :tenant and m.payment_id = p.id and m.kind = 'REFUNDED'), 0) as spent
                        from payment p where p.tenant_id = :tenant""")
                        .list(row -> new Cash(
                                row.uuid("id"),
                                row.number("amount"),
                                row.number("unapplied"),
                                row.number("moved"),
                                row.number("spent"),
                                row.flag("stands"))));
        assertThat(all).allSatisfy(cash -> {
            assertThat(cash.unapplied()).isNotNegative().isEqualByComparingTo(cash.moved());
            assertThat(cash.spent().add(cash.unapplied()))
                    .isEqualByComparingTo(cash.stands() ? cash.amount() : BigDecimal.ZERO);
        });
    }

    /** What is open of each receivable of the tenant on the day, by the schedule that rules; those of which nothing is open are left out. */
    public Map<UUID, Decimal> open(Actor tenant, LocalDate asOf) {
        return tenancy.call(
                tenant,
                () -> sql.of("""
                        select o.receivable_id, sum(o.open) as open from open_share(:tenant, cast(:asOf as date), 'SCHEDULE') o
                        group by 1 having sum(o.open) > 0""")
                        .bind("asOf", asOf)
                        .map(row -> row.uuid("receivable_id"), row -> Decimal.of(row.number("open"))));
    }

    private static MoneyInput cny(String amount) {
        return new MoneyInput(new Decimal(amount), "CNY");
    }

    private static String key() {
        return Uuids.next().toString();
    }

    private <T> T done(Actor actor, Supplier<Outcome<T>> work) {
        Outcome<T> outcome = tenancy.within(actor, work);
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new AssertionError("refused: " + outcome.errors());
    }
}
