package io.huikuan.imports.data;

import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Resolves rows of receivables by their numbers. */
@ApplicationScoped
public class ReceivableStaging {

    private final Sql sql;

    ReceivableStaging(Sql sql) {
        this.sql = sql;
    }

    /** A new document whose due dates come from terms: those that its row names, or none. */
    public record WithoutDueDate(
            int row, UUID customer, LocalDate issueDate, String terms, BigDecimal amount, String currency) {}

    /** Resolves the rows; {@code references}: whether the file says anything of references. */
    public void resolve(boolean references) {
        sql.temporary(
                "import_resolved",
                "row_number int not null, customer_id uuid, closed boolean, known_id uuid, last boolean not null, verdict text not null,"
                        + " fault text, reference text, known_reference text, primary key (row_number)");
        sql.of(KnownNumbers.filled("""
                insert into import_resolved (row_number, customer_id, closed, known_id, last, verdict, fault, reference, known_reference)
                select n.row_number, n.customer_id, n.closed, n.known_id, n.last,
                    /* verdict */,
                    n.fault, n.last_reference, n.known_reference
                from (
                    select i.row_number, c.id as customer_id, c.status = 'CLOSED' as closed, /* of number */,
                        case when c.id is null then null
                            when k.customer_id <> c.id or first_value(i.customer_code) over by_number <> i.customer_code
                                then 'customer_code'
                            when k.kind <> i.kind or first_value(i.kind) over by_number is distinct from i.kind then 'kind'
                            when k.issue_date <> i.issue_date or first_value(i.issue_date) over by_number <> i.issue_date
                                then 'issue_date'
                            when i.due_date is not null and (k.due_date <> i.due_date or t.terms is not null)
                                or first_value(i.due_date) over by_number is distinct from i.due_date then 'due_date'
                            when k.id is not null and i.terms is not null and i.terms is distinct from t.terms
                                or first_value(i.terms) over by_number is distinct from i.terms then 'terms'
                            when k.amount <> i.amount or first_value(i.amount) over by_number <> i.amount then 'amount'
                            when k.currency <> i.currency or first_value(i.currency) over by_number <> i.currency then 'currency'
                            end as fault
                    from import_row i
                    left join customer c on c.tenant_id = :tenant and c.code = i.customer_code
                    left join receivable k on k.tenant_id = :tenant and k.number = i.number
                    left join imported_terms t on t.tenant_id = :tenant and t.receivable_id = k.id
                    where i.tenant_id = :tenant
                    /* windows */) n""")).bind("references", references).update();
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
                    select 'customer_code', 'CUSTOMER_CLOSED', 'The customer is closed.'
                    where r.verdict = 'CREATED' and r.closed
                    union all
                    select 'issue_date', 'DATE_IN_FUTURE', 'The date is after the business date.'
                    where r.verdict = 'CREATED' and i.issue_date > :today
                    union all
                    select 'issue_date', 'PERIOD_CLOSED', 'The date lies in a closed period.'
                    where r.verdict = 'CREATED' and i.issue_date <= :closedThrough) f
                where r.tenant_id = :tenant and (r.customer_id is null or r.verdict in ('CREATED', 'REJECTED'))""").bind("today", today).bind("closedThrough", closedThrough).update();
    }

    /** Hands the new documents to the ledger's intake, and with them the installments of those that name a due date. */
    public void handOver() {
        sql.of("""
                insert into intake_document (place, customer_id, number, kind, issue_date, currency, amount, reference)
                select i.row_number, r.customer_id, i.number, coalesce(i.kind, 'INVOICE'), i.issue_date, i.currency, i.amount, r.reference
                from import_resolved r
                join import_row i on i.tenant_id = :tenant and i.row_number = r.row_number
                where r.tenant_id = :tenant and r.verdict = 'CREATED'
                order by i.row_number""").update();
        sql.of("""
                insert into intake_installment (place, sequence, due_date, amount)
                select i.row_number, 1, i.due_date, i.amount
                from import_resolved r
                join import_row i on i.tenant_id = :tenant and i.row_number = r.row_number
                where r.tenant_id = :tenant and r.verdict = 'CREATED' and i.due_date is not null
                order by i.row_number""").update();
    }

    /** The next new documents after a row that name no due date. */
    public List<WithoutDueDate> withoutDueDateAfter(int row, int most) {
        return sql.of("""
                select i.row_number, r.customer_id, i.issue_date, i.terms, i.amount, i.currency
                from import_resolved r
                join import_row i on i.tenant_id = :tenant and i.row_number = r.row_number
                where r.tenant_id = :tenant and r.verdict = 'CREATED' and r.row_number > :row and i.due_date is null
                order by r.row_number limit :most""").bind("row", row).bind("most", most).list(ReceivableStaging::withoutDueDate);
    }

    private static WithoutDueDate withoutDueDate(Row row) {
        return new WithoutDueDate(
                row.integer("row_number"),
                row.uuid("customer_id"),
                row.date("issue_date"),
                row.text("terms"),
                row.number("amount"),
                row.text("currency"));
    }

    /** Remembers the terms that rows of new documents named, once these are issued. */
    public void rememberTerms() {
        sql.of("""
                insert into imported_terms (tenant_id, receivable_id, terms)
                select :tenant, d.id, i.terms
                from import_row i
                join intake_document d on d.tenant_id = :tenant and d.place = i.row_number
                where i.tenant_id = :tenant and i.terms is not null""").update();
    }
}
