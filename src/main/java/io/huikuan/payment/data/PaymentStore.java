package io.huikuan.payment.data;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.Columns;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.payment.NewPayment;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes payments and the movements of what is unapplied of them, and reads what a mutation must know. */
@ApplicationScoped
public class PaymentStore {

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    PaymentStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** How the unapplied part of a payment moved. */
    public enum MovementKind {
        RECEIVED,
        ALLOCATED,
        UNALLOCATED,
        REFUNDED,
        REVERSED
    }

    /** A movement; {@code amount} is its effect on what is unapplied. */
    public record Movement(
            UUID payment, UUID customer, MovementKind kind, LocalDate on, BigDecimal amount, String reason) {}

    /**
     * What a mutation must know of a payment.
     *
     * @param lastOn the date of its latest movement
     */
    public record Known(
            UUID id,
            UUID customer,
            String currency,
            LocalDate receivedOn,
            BigDecimal unapplied,
            boolean reversed,
            boolean refunded,
            LocalDate lastOn) {}

    /** Writes the payments whose numbers are free, nothing of them unapplied yet; answers how many. */
    public int insert(List<NewPayment> payments) {
        return sql.of("""
                insert into payment (tenant_id, id, customer_id, number, currency, amount, received_on, method, reference, unapplied,
                    created_at, created_by)
                select :tenant, p.id, p.customer, p.number, p.currency, p.amount, p.received_on, p.method, p.reference, 0, :now, :by
                from unnest(:ids, :customers, :numbers, :currencies, :amounts, :dates, :methods, :references)
                    p (id, customer, number, currency, amount, received_on, method, reference)
                on conflict (tenant_id, number) do nothing""")
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .uuids("ids", Columns.of(payments, NewPayment::id))
                .uuids("customers", Columns.of(payments, NewPayment::customer))
                .texts("numbers", Columns.of(payments, NewPayment::number))
                .texts(
                        "currencies",
                        Columns.of(payments, payment -> payment.amount().currency()))
                .numbers(
                        "amounts",
                        Columns.of(payments, payment -> payment.amount().value()))
                .dates("dates", Columns.of(payments, NewPayment::receivedOn))
                .names("methods", Columns.of(payments, NewPayment::method))
                .texts("references", Columns.of(payments, NewPayment::reference))
                .update();
    }

    /** Gives payments other references. */
    public void updateReferences(Map<UUID, String> byPayment) {
        sql.of("""
                update payment p set reference = n.reference from unnest(:ids, :references) n (id, reference)
                where p.tenant_id = :tenant and p.id = n.id""")
                .uuids("ids", byPayment.keySet())
                .texts("references", byPayment.values())
                .update();
    }

    /** Writes movements, and in the same statement brings what is unapplied of their payments in line. */
    public void move(List<Movement> movements) {
        sql.of("""
                with moved as (
                    insert into payment_entry (tenant_id, id, payment_id, customer_id, kind, on_date, amount, recorded_at, recorded_by, reason)
                    select :tenant, m.id, m.payment, m.customer, m.kind, m.on_date, m.amount, :now, :by, m.reason
                    from unnest(:ids, :payments, :customers, :kinds, :dates, :amounts, :reasons)
                        m (id, payment, customer, kind, on_date, amount, reason)
                    returning payment_id, amount, on_date),
                sums as (select payment_id, sum(amount) as amount, max(on_date) as last_on from moved group by payment_id)
                update payment p set unapplied = p.unapplied + sums.amount, moved_through = greatest(p.moved_through, sums.last_on)
                from sums where p.tenant_id = :tenant and p.id = sums.payment_id""")
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .uuids("ids", Columns.of(movements, movement -> Uuids.next()))
                .uuids("payments", Columns.of(movements, Movement::payment))
                .uuids("customers", Columns.of(movements, Movement::customer))
                .names("kinds", Columns.of(movements, Movement::kind))
                .dates("dates", Columns.of(movements, Movement::on))
                .numbers("amounts", Columns.of(movements, Movement::amount))
                .texts("reasons", Columns.of(movements, Movement::reason))
                .update();
    }

    /** Marks the payment as reversed. */
    public void markReversed(UUID payment, LocalDate on) {
        sql.of("update payment set reversed_on = :on where tenant_id = :tenant and id = :payment")
                .bind("on", on)
                .bind("payment", payment)
                .update();
    }

    /** Whose payment it is; empty when there is none. */
    public Optional<UUID> customerOf(UUID payment) {
        return sql.of("select p.customer_id from payment p where p.tenant_id = :tenant and p.id = :payment")
                .bind("payment", payment)
                .first(row -> row.uuid("customer_id"));
    }

    /** The payment; to be asked for when its customer is locked. */
    public Known known(UUID payment) {
        return sql.of("""
                select p.id, p.customer_id, p.currency, p.received_on, p.unapplied, p.reversed_on is not null as reversed,
                    bool_or(m.kind = 'REFUNDED') as refunded, max(m.on_date) as last_on
                from payment p
                join payment_entry m on m.tenant_id = :tenant and m.payment_id = p.id
                where p.tenant_id = :tenant and p.id = :payment
                group by p.tenant_id, p.id""")
                .bind("payment", payment)
                .one(row -> new Known(
                        row.uuid("id"),
                        row.uuid("customer_id"),
                        row.text("currency"),
                        row.date("received_on"),
                        row.number("unapplied"),
                        row.flag("reversed"),
                        row.flag("refunded"),
                        row.date("last_on")));
    }

    /** The least that is unapplied of the payment on the date or on any later day. */
    public BigDecimal unappliedFrom(UUID payment, LocalDate on) {
        return sql.of("""
                select p.unapplied - greatest(0, coalesce((
                    select max(later.sum) from (
                        select sum(m.amount) over (order by m.on_date desc) from payment_entry m
                        where m.tenant_id = :tenant and m.payment_id = p.id and m.on_date > :on) later), 0)) as least
                from payment p where p.tenant_id = :tenant and p.id = :payment""").bind("payment", payment).bind("on", on).one(row -> row.number("least"));
    }

    /** The payments of the customers that have something unapplied, the oldest first. */
    public List<Known> withUnapplied(Collection<UUID> customers) {
        return sql.of("""
                select p.id, p.customer_id, p.currency, p.received_on, p.unapplied
                from payment p
                where p.tenant_id = :tenant and p.customer_id = any(:customers) and p.unapplied > 0
                order by p.received_on, p.id""")
                .uuids("customers", customers)
                .list(row -> new Known(
                        row.uuid("id"),
                        row.uuid("customer_id"),
                        row.text("currency"),
                        row.date("received_on"),
                        row.number("unapplied"),
                        false,
                        false,
                        row.date("received_on")));
    }
}
