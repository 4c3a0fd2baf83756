package io.huikuan.credit.data;

import io.huikuan.credit.CreditLimitKind;
import io.huikuan.customer.CreditGrade;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Adds to the history of limits and grades. The customers are locked by the caller, or new. */
@ApplicationScoped
public class LimitStore {

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    LimitStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** A limit whose values are checked; amount and last day may be null, the growth of a trial limit comes from the policy. */
    public record NewLimit(
            UUID customer,
            CreditLimitKind kind,
            Money amount,
            LocalDate validFrom,
            LocalDate validUntil,
            String reason) {}

    /** Writes a limit. */
    public void insert(NewLimit limit) {
        sql.of("""
                insert into credit_limit (tenant_id, customer_id, number, kind, amount, currency, grows_by, grows_every, grows_to, valid_from,
                    valid_until, reason, recorded_at, recorded_by)
                select :tenant, :customer, n.next, :kind, :amount, :currency, p.trial_step, p.trial_every,
                    greatest(p.trial_most, cast(:amount as numeric)), :from, :until, :reason, :now, :by
                from (
                    select coalesce(max(l.number), 0) + 1 as next from credit_limit l
                    where l.tenant_id = :tenant and l.customer_id = :customer) n
                left join (
                    select k.* from credit_policy k where k.tenant_id = :tenant order by k.version desc limit 1) p on :trial""")
                .bind("customer", limit.customer())
                .bind("kind", limit.kind())
                .bind("trial", limit.kind() == CreditLimitKind.TRIAL)
                .bind("amount", limit.amount() == null ? null : limit.amount().value())
                .bind("currency", limit.amount() == null ? null : limit.amount().currency())
                .bind("from", limit.validFrom())
                .bind("until", limit.validUntil())
                .bind("reason", limit.reason())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }

    /** A grade with what it rests on; the note may be null. */
    public record NewAssessment(
            UUID customer, CreditGrade grade, List<String> lookedAt, String note, LocalDate validUntil) {

        public NewAssessment {
            lookedAt = List.copyOf(lookedAt);
        }
    }

    /** Writes an assessment. */
    public void insert(NewAssessment assessment) {
        sql.of("""
                insert into credit_assessment (tenant_id, customer_id, number, grade, looked_at, note, assessed_on, valid_until, recorded_at,
                    recorded_by)
                select :tenant, :customer, coalesce(max(a.number), 0) + 1, :grade, :looked_at, :note, cast(:today as date), :until, :now, :by
                from credit_assessment a where a.tenant_id = :tenant and a.customer_id = :customer""")
                .bind("customer", assessment.customer())
                .bind("grade", assessment.grade())
                .texts("looked_at", assessment.lookedAt())
                .bind("note", assessment.note())
                .bind("today", dates.today())
                .bind("until", assessment.validUntil())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }

    /** Writes down the limits with which new customers came. */
    public void takeLimitsOfNew(Collection<UUID> customers) {
        sql.of("""
                insert into credit_limit (tenant_id, customer_id, number, kind, amount, currency, valid_from, reason, recorded_at, recorded_by)
                select :tenant, c.id, 1, 'STANDARD', c.credit_limit_amount, c.credit_limit_currency, cast(:today as date),
                    'It was entered with the customer.', :now, :by
                from customer c
                where c.tenant_id = :tenant and c.id = any(:customers) and c.credit_limit_amount is not null""")
                .uuids("customers", customers)
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }

    /**
     * Writes down the limits that the customers' records newly name: those that are others than what was granted, and what has expired or has a temporary limit over
     * it, for which the same amount means something else. A trial limit goes on growing when its own amount is named.
     */
    public void takeLimitsOfRecords(Collection<UUID> customers) {
        sql.of("""
                insert into credit_limit (tenant_id, customer_id, number, kind, amount, currency, valid_from, reason, recorded_at, recorded_by)
                select :tenant, c.id, coalesce((
                        select max(n.number) from credit_limit n where n.tenant_id = :tenant and n.customer_id = c.id), 0) + 1, 'STANDARD', c.credit_limit_amount, c.credit_limit_currency,
                    cast(:today as date), 'It was entered with the customer.', :now, :by
                from customer c
                left join lateral (
                    select b.number, b.amount, b.currency, b.valid_until from credit_limit b
                    where b.tenant_id = :tenant and b.customer_id = c.id and b.kind <> 'TEMPORARY' and b.valid_from <= cast(:today as date)
                    order by b.valid_from desc, b.number desc limit 1) l on true
                where c.tenant_id = :tenant and c.id = any(:customers)
                    and ((c.credit_limit_amount, c.credit_limit_currency) is distinct from (l.amount, l.currency)
                        or l.valid_until < cast(:today as date)
                        or exists (
                            select from credit_limit t
                            where t.tenant_id = :tenant and t.customer_id = c.id and t.kind = 'TEMPORARY' and t.number > l.number
                                and cast(:today as date) between t.valid_from and t.valid_until))""")
                .uuids("customers", customers)
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }

    /** Writes down the grades that the customers' records name and that are others than the latest assessments'. */
    public void takeGradesOfRecords(Collection<UUID> customers) {
        sql.of("""
                insert into credit_assessment (tenant_id, customer_id, number, grade, looked_at, note, assessed_on, recorded_at, recorded_by)
                select :tenant, c.id, coalesce(a.number, 0) + 1, c.grade, '{}', 'It was entered with the customer.', cast(:today as date),
                    :now, :by
                from customer c
                left join lateral (
                    select b.number, b.grade from credit_assessment b
                    where b.tenant_id = :tenant and b.customer_id = c.id order by b.number desc limit 1) a on true
                where c.tenant_id = :tenant and c.id = any(:customers) and c.grade is distinct from a.grade""")
                .uuids("customers", customers)
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }

    /** Gives new customers for which no limit was named the tenant's trial limit, where there is one. */
    public void giveTrialLimits(Collection<UUID> customers) {
        sql.of("""
                insert into credit_limit (tenant_id, customer_id, number, kind, amount, currency, grows_by, grows_every, grows_to, valid_from,
                    valid_until, reason, recorded_at, recorded_by)
                select :tenant, c.id, 1, 'TRIAL', p.trial_amount, p.trial_currency, p.trial_step, p.trial_every, p.trial_most,
                    cast(:today as date), cast(:today as date) + p.trial_days - 1, 'The trial limit of new customers.', :now, :by
                from customer c
                join (select k.* from credit_policy k where k.tenant_id = :tenant order by k.version desc limit 1) p
                    on p.trial_amount is not null
                where c.tenant_id = :tenant and c.id = any(:customers) and c.credit_limit_amount is null""")
                .uuids("customers", customers)
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }
}
