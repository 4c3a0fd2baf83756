package io.huikuan.imports.data;

import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.payment.PaymentMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Resolves rows of payments by their numbers. New ones are handed on by customer and day, so that older money is allocated first. */
@ApplicationScoped
public class PaymentStaging {

    private final Sql sql;

    PaymentStaging(Sql sql) {
        this.sql = sql;
    }

    /** A payment that is new; what it names may be null. {@code place} is its place in the order in which new ones are handed on. */
    public record NewRow(
            int place,
            int row,
            UUID customer,
            String number,
            LocalDate receivedOn,
            BigDecimal amount,
            String currency,
            PaymentMethod method,
            String reference,
            UUID receivable) {}

    /** Resolves the rows; {@code references}: whether the file says anything of references. */
    public void resolve(boolean references) {
        sql.temporary(
                "import_resolved",
                "row_number int not null, customer_id uuid, known_id uuid, last boolean not null, verdict text not null, fault text,"
                        + " reference text, known_reference text, receivable_id uuid, receivable_fault text, place int unique,"
                        + " primary key (row_number)");
        sql.of(KnownNumbers.filled("""
                insert into import_resolved (row_number, customer_id, known_id, last, verdict, fault, reference, known_reference,
                    receivable_id, receivable_fault, place)
                select v.row_number, v.customer_id, v.known_id, v.last, v.verdict, v.fault, v.last_reference, v.known_reference,
                    v.receivable_id, v.receivable_fault, case when v.verdict = 'CREATED'
                    then row_number() over (partition by v.verdict order by v.customer_id, v.received_on, v.row_number) end
                from (
                    select n.row_number, n.customer_id, n.known_id, n.last,
                        /* verdict */ as verdict,
                        n.fault, n.last_reference, n.known_reference, n.receivable_id, n.receivable_fault, n.received_on
                    from (
                        select i.row_number, i.received_on, c.id as customer_id, r.id as receivable_id, /* of number */,
                            case when i.receivable_number is null then null
                                when r.id is null or r.customer_id <> c.id then 'NOT_FOUND'
                                when r.kind = 'CREDIT_NOTE' then 'KIND_NOT_ALLOWED'
                                when r.currency <> i.currency then 'CURRENCY_MISMATCH' end as receivable_fault,
                            case when c.id is null then null
                                when k.customer_id <> c.id or first_value(i.customer_code) over by_number <> i.customer_code
                                    then 'customer_code'
                                when k.received_on <> i.received_on or first_value(i.received_on) over by_number <> i.received_on
                                    then 'received_on'
                                when k.amount <> i.amount or first_value(i.amount) over by_number <> i.amount then 'amount'
                                when k.currency <> i.currency or first_value(i.currency) over by_number <> i.currency then 'currency'
                                when k.method <> i.method or first_value(i.method) over by_number is distinct from i.method
                                    then 'method'
                                when first_value(i.receivable_number) over by_number is distinct from i.receivable_number
                                    then 'receivable_number' end as fault
                        from import_row i
                        left join customer c on c.tenant_id = :tenant and c.code = i.customer_code
                        left join payment k on k.tenant_id = :tenant and k.number = i.number
                        left join receivable r on r.tenant_id = :tenant and r.number = i.receivable_number
                        where i.tenant_id = :tenant
                        /* windows */) n) v""")).bind("references", references).update();
        sql.analyze("import_resolved");
    }

    /** Finds what is wrong with the rows; {@code closedThrough} may be null. */
    public void find(LocalDate today, LocalDate closedThrough) {
        sql.of("""
                insert into import_finding (row_number, column_name, code, message)
                select r.row_number, f.column_name, f.code, f.message
                from import_resolved r
                join import_row i on i.tenant_id = :tenant and i.row_number = r.row_number
                cross join lateral (
                    select 'customer_code' as column_name, 'NOT_FOUND' as code, 'There is no customer with this code.' as message
                    where r.customer_id is null
                    union all
                    select r.fault, 'CHANGED', 'It differs from what is known of this number.'
                    where r.fault is not null
                    union all
                    select 'receivable_number', r.receivable_fault, case r.receivable_fault
                        when 'NOT_FOUND' then 'The customer has no receivable of this number.'
                        when 'KIND_NOT_ALLOWED' then 'A credit note cannot be paid.'
                        else 'The receivable is in another currency.' end
                    where r.verdict = 'CREATED' and r.customer_id is not null and r.receivable_fault is not null
                    union all
                    select 'received_on', 'DATE_IN_FUTURE', 'The date is after the business date.'
                    where r.verdict = 'CREATED' and i.received_on > :today
                    union all
                    select 'received_on', 'PERIOD_CLOSED', 'The date lies in a closed period.'
                    where r.verdict = 'CREATED' and i.received_on <= :closedThrough) f
                where r.tenant_id = :tenant and (r.customer_id is null or r.verdict in ('CREATED', 'REJECTED'))""").bind("today", today).bind("closedThrough", closedThrough).update();
    }

    /** The next new payments after a place. */
    public List<NewRow> newAfter(int place, int most) {
        return sql.of("""
                select r.place, i.row_number, r.customer_id, i.number, i.received_on, i.amount, i.currency,
                    coalesce(i.method, 'BANK_TRANSFER') as method, r.reference, r.receivable_id
                from import_resolved r
                join import_row i on i.tenant_id = :tenant and i.row_number = r.row_number
                where r.tenant_id = :tenant and r.place > :place and r.place <= :place + :most
                order by r.place""").bind("place", place).bind("most", most).list(PaymentStaging::newRow);
    }

    private static NewRow newRow(Row row) {
        return new NewRow(
                row.integer("place"),
                row.integer("row_number"),
                row.uuid("customer_id"),
                row.text("number"),
                row.date("received_on"),
                row.number("amount"),
                row.text("currency"),
                row.constant(PaymentMethod.class, "method"),
                row.text("reference"),
                row.uuid("receivable_id"));
    }
}
