package io.huikuan.ledger.data;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.Columns;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.ledger.NewReceivable;
import io.huikuan.ledger.domain.DatedAmount;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes receivables and schedules, and says which schedule rules when. */
@ApplicationScoped
public class ScheduleStore {

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    ScheduleStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** A schedule: of a receivable's own terms, or of a version of a plan; one of the two ids is null. */
    public record ScheduleRow(UUID id, UUID customer, String currency, UUID receivable, UUID plan, int version) {}

    /** An installment as it is stored; {@code addedOn} is null but for what a reversal brought back. */
    public record InstallmentRow(
            UUID id, UUID schedule, int sequence, LocalDate dueDate, BigDecimal amount, LocalDate addedOn) {}

    /** A share as it is stored, all of it open. {@code originalDue} only of own terms. It rules from {@code since} on. */
    public record ShareRow(
            UUID id,
            UUID installment,
            UUID schedule,
            UUID receivable,
            UUID customer,
            String currency,
            LocalDate dueDate,
            LocalDate originalDue,
            LocalDate since,
            BigDecimal amount) {

        /** The share with more to it. */
        public ShareRow plus(BigDecimal more) {
            return new ShareRow(
                    id,
                    installment,
                    schedule,
                    receivable,
                    customer,
                    currency,
                    dueDate,
                    originalDue,
                    since,
                    amount.add(more));
        }
    }

    private record OwnTerms(List<ScheduleRow> schedules, List<InstallmentRow> installments, List<ShareRow> shares) {}

    /** Writes the documents whose numbers are free; answers how many. */
    public int insertReceivables(List<NewReceivable> receivables) {
        return sql.of("""
                insert into receivable (tenant_id, id, customer_id, number, kind, issue_date, due_date, currency, amount, reference,
                    credits_id, reason, created_at, created_by)
                select :tenant, r.id, r.customer, r.number, r.kind, r.issue_date, r.due_date, r.currency, r.amount, r.reference,
                    r.credits, r.reason, :now, :by
                from unnest(:ids, :customers, :numbers, :kinds, :issueDates, :dueDates, :currencies, :amounts, :references, :credits,
                    :reasons)
                    r (id, customer, number, kind, issue_date, due_date, currency, amount, reference, credits, reason)
                on conflict (tenant_id, number) do nothing""")
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .uuids("ids", Columns.of(receivables, NewReceivable::id))
                .uuids("customers", Columns.of(receivables, NewReceivable::customer))
                .texts("numbers", Columns.of(receivables, NewReceivable::number))
                .names("kinds", Columns.of(receivables, NewReceivable::kind))
                .dates("issueDates", Columns.of(receivables, NewReceivable::issueDate))
                .dates("dueDates", Columns.of(receivables, NewReceivable::dueDate))
                .texts(
                        "currencies",
                        Columns.of(
                                receivables, receivable -> receivable.amount().currency()))
                .numbers(
                        "amounts",
                        Columns.of(
                                receivables, receivable -> receivable.amount().value()))
                .texts("references", Columns.of(receivables, NewReceivable::reference))
                .uuids("credits", Columns.of(receivables, NewReceivable::credits))
                .texts("reasons", Columns.of(receivables, NewReceivable::reason))
                .update();
    }

    /** Gives documents other references. */
    public void updateReferences(Map<UUID, String> byReceivable) {
        sql.of("""
                update receivable r set reference = n.reference from unnest(:ids, :references) n (id, reference)
                where r.tenant_id = :tenant and r.id = n.id""")
                .uuids("ids", byReceivable.keySet())
                .texts("references", byReceivable.values())
                .update();
    }

    /** Writes the schedules of the documents' own terms, which rule from the issue date on. */
    public void insertOwnTerms(List<NewReceivable> receivables) {
        OwnTerms terms = ownTerms(receivables);
        if (!terms.schedules().isEmpty()) {
            insertSchedules(terms.schedules());
            insertInstallments(terms.installments());
            insertShares(terms.shares());
        }
    }

    private static OwnTerms ownTerms(List<NewReceivable> receivables) {
        OwnTerms terms = new OwnTerms(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (NewReceivable receivable : receivables) {
            if (!receivable.terms().isEmpty()) {
                addOwnTerms(receivable, terms);
            }
        }
        return terms;
    }

    private static void addOwnTerms(NewReceivable receivable, OwnTerms terms) {
        UUID schedule = Uuids.next();
        String currency = receivable.amount().currency();
        terms.schedules().add(new ScheduleRow(schedule, receivable.customer(), currency, receivable.id(), null, 1));
        int sequence = 0;
        for (DatedAmount row : receivable.terms()) {
            UUID installment = Uuids.next();
            sequence++;
            BigDecimal amount = row.amount().value();
            terms.installments().add(new InstallmentRow(installment, schedule, sequence, row.dueDate(), amount, null));
            terms.shares()
                    .add(new ShareRow(
                            Uuids.next(),
                            installment,
                            schedule,
                            receivable.id(),
                            receivable.customer(),
                            currency,
                            row.dueDate(),
                            row.dueDate(),
                            receivable.issueDate(),
                            amount));
        }
    }

    /** Writes schedules. */
    public void insertSchedules(List<ScheduleRow> schedules) {
        sql.of("""
                insert into schedule (tenant_id, id, customer_id, currency, receivable_id, plan_id, version)
                select :tenant, s.id, s.customer, s.currency, s.receivable, s.plan, s.version
                from unnest(:ids, :customers, :currencies, :receivables, :plans, :versions)
                    s (id, customer, currency, receivable, plan, version)""")
                .uuids("ids", Columns.of(schedules, ScheduleRow::id))
                .uuids("customers", Columns.of(schedules, ScheduleRow::customer))
                .texts("currencies", Columns.of(schedules, ScheduleRow::currency))
                .uuids("receivables", Columns.of(schedules, ScheduleRow::receivable))
                .uuids("plans", Columns.of(schedules, ScheduleRow::plan))
                .integers("versions", Columns.of(schedules, ScheduleRow::version))
                .update();
    }

    /** Writes installments. One whose sequence is 0 comes after those that its schedule has. */
    public void insertInstallments(List<InstallmentRow> installments) {
        sql.of("""
                insert into installment (tenant_id, id, schedule_id, sequence, due_date, amount, added_on)
                select :tenant, i.id, i.schedule,
                    case when i.sequence > 0 then i.sequence
                    else coalesce((select max(before.sequence) from installment before
                                   where before.tenant_id = :tenant and before.schedule_id = i.schedule), 0)
                        + row_number() over (partition by i.schedule order by i.due_date, i.id) end,
                    i.due_date, i.amount, i.added_on
                from unnest(:ids, :schedules, :sequences, :dueDates, :amounts, :addedOn)
                    i (id, schedule, sequence, due_date, amount, added_on)""")
                .uuids("ids", Columns.of(installments, InstallmentRow::id))
                .uuids("schedules", Columns.of(installments, InstallmentRow::schedule))
                .integers("sequences", Columns.of(installments, InstallmentRow::sequence))
                .dates("dueDates", Columns.of(installments, InstallmentRow::dueDate))
                .numbers("amounts", Columns.of(installments, InstallmentRow::amount))
                .dates("addedOn", Columns.of(installments, InstallmentRow::addedOn))
                .update();
    }

    /** Writes shares that rule from their {@code since} on. */
    public void insertShares(List<ShareRow> shares) {
        insertShares(shares, "datemultirange(daterange(n.since, null))");
    }

    /** Writes shares that rule from their {@code since} on, but only when their schedule rules their receivable. */
    public void insertSharesOfRunningSchedules(List<ShareRow> shares) {
        insertShares(shares, """
                (select range_agg(s.rules) from share s
                 where s.tenant_id = :tenant and s.schedule_id = n.schedule and s.receivable_id = n.receivable)
                * datemultirange(daterange(n.since, null))""");
    }

    private void insertShares(List<ShareRow> shares, String rules) {
        sql.of("""
                insert into share (tenant_id, id, installment_id, schedule_id, receivable_id, customer_id, currency, due_date,
                    original_due, since, amount, open, own_terms, rules)
                select :tenant, n.id, n.installment, n.schedule, n.receivable, n.customer, n.currency, n.due_date, n.original_due,
                    n.since, n.amount, n.amount, n.original_due is not null,
                    /* rules */
                from unnest(:ids, :installments, :schedules, :receivables, :customers, :currencies, :dueDates, :originalDues, :since,
                    :amounts)
                    n (id, installment, schedule, receivable, customer, currency, due_date, original_due, since, amount)""".replace("/* rules */", rules))
                .uuids("ids", Columns.of(shares, ShareRow::id))
                .uuids("installments", Columns.of(shares, ShareRow::installment))
                .uuids("schedules", Columns.of(shares, ShareRow::schedule))
                .uuids("receivables", Columns.of(shares, ShareRow::receivable))
                .uuids("customers", Columns.of(shares, ShareRow::customer))
                .texts("currencies", Columns.of(shares, ShareRow::currency))
                .dates("dueDates", Columns.of(shares, ShareRow::dueDate))
                .dates("originalDues", Columns.of(shares, ShareRow::originalDue))
                .dates("since", Columns.of(shares, ShareRow::since))
                .numbers("amounts", Columns.of(shares, ShareRow::amount))
                .update();
    }

    /** Ends the rule of whatever schedules rule these receivables from the date on. */
    public void endRule(Collection<UUID> receivables, LocalDate from) {
        sql.of("""
                update share set rules = rules * datemultirange(daterange(null, cast(:from as date)))
                where tenant_id = :tenant and receivable_id = any(:receivables) and rules && daterange(:from, null)""").bind("from", from).uuids("receivables", receivables).update();
    }

    /** Lets the receivables' own terms rule again from the date on. */
    public void ruleByOwnTerms(Collection<UUID> receivables, LocalDate from) {
        sql.of("""
                update share set rules = rules + datemultirange(daterange(cast(:from as date), null))
                where tenant_id = :tenant and receivable_id = any(:receivables) and own_terms""").bind("from", from).uuids("receivables", receivables).update();
    }
}
