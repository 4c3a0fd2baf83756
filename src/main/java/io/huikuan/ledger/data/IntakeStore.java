package io.huikuan.ledger.data;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.Copy;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.ledger.ReceivableIntake.PlacedInstallment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes the documents that lie in the intake's tables: one INSERT … SELECT a table, in the order of their places. */
@ApplicationScoped
public class IntakeStore {

    private static final String DOCUMENTS = "intake_document";
    private static final String INSTALLMENTS = "intake_installment";

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    IntakeStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** Lays the tables. */
    public void lay() {
        sql.temporary(
                DOCUMENTS,
                "place int not null, id uuid not null default time_ordered_id(), schedule_id uuid not null default time_ordered_id(),"
                        + " customer_id uuid not null, number text not null, kind text not null, issue_date date not null,"
                        + " currency text not null, amount numeric not null, reference text");
        sql.temporary(
                INSTALLMENTS,
                "place int not null, sequence int not null, id uuid not null default time_ordered_id(), due_date date not null,"
                        + " amount numeric not null");
    }

    /** Adds installments. */
    public void add(Collection<PlacedInstallment> installments) {
        if (installments.isEmpty()) {
            return;
        }
        try (Copy copy = sql.copyInto(INSTALLMENTS, List.of("place", "sequence", "due_date", "amount"))) {
            installments.forEach(installment -> copy.row(
                    Integer.toString(installment.place()),
                    Integer.toString(installment.sequence()),
                    installment.due().dueDate().toString(),
                    installment.due().amount().value().toPlainString()));
            copy.end();
        }
    }

    /** All rows are there. */
    public void complete() {
        sql.analyze(DOCUMENTS);
        sql.analyze(INSTALLMENTS);
    }

    /** How many documents there are. */
    public int documents() {
        return sql.of("select count(*) as documents from intake_document where tenant_id = :tenant")
                .one(row -> row.integer("documents"));
    }

    /** Whose documents they are. */
    public List<UUID> customers() {
        return sql.of("select distinct customer_id from intake_document where tenant_id = :tenant")
                .list(row -> row.uuid("customer_id"));
    }

    /** Writes the documents whose numbers are free; answers how many. */
    public int insertReceivables() {
        return sql.of("""
                insert into receivable (tenant_id, id, customer_id, number, kind, issue_date, due_date, currency, amount, reference,
                    created_at, created_by)
                select :tenant, d.id, d.customer_id, d.number, d.kind, d.issue_date, t.due_date, d.currency, d.amount, d.reference, :now, :by
                from intake_document d
                join (select place, max(due_date) as due_date from intake_installment where tenant_id = :tenant group by place) t
                    on t.place = d.place
                where d.tenant_id = :tenant
                order by d.place
                on conflict (tenant_id, number) do nothing""")
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }

    /** Writes the schedules of the documents' own terms, which rule from the issue date on. */
    public void insertOwnTerms() {
        sql.of("""
                insert into schedule (tenant_id, id, customer_id, currency, receivable_id, version)
                select :tenant, d.schedule_id, d.customer_id, d.currency, d.id, 1
                from intake_document d where d.tenant_id = :tenant order by d.place""").update();
        sql.of("""
                insert into installment (tenant_id, id, schedule_id, sequence, due_date, amount)
                select :tenant, i.id, d.schedule_id, i.sequence, i.due_date, i.amount
                from intake_document d
                join intake_installment i on i.tenant_id = :tenant and i.place = d.place
                where d.tenant_id = :tenant order by i.place, i.sequence""").update();
        sql.of("""
                insert into share (tenant_id, id, installment_id, schedule_id, receivable_id, customer_id, currency, due_date,
                    original_due, since, amount, open, own_terms, rules)
                select :tenant, time_ordered_id(), i.id, d.schedule_id, d.id, d.customer_id, d.currency, i.due_date,
                    i.due_date, d.issue_date, i.amount, i.amount, true, datemultirange(daterange(d.issue_date, null))
                from intake_document d
                join intake_installment i on i.tenant_id = :tenant and i.place = d.place
                where d.tenant_id = :tenant order by i.place, i.sequence""").update();
    }
}
