package io.huikuan.plan.data;

import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.plan.PlanStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes plans and moves them through their life, each move of one version only. */
@ApplicationScoped
public class PlanStore {

    /** The condition under which an installment of an active plan has stayed unpaid too long. What a reversal brought back has its grace from then on. */
    private static final String LATE = """
            exists (
                select from schedule d
                join open_share(:tenant, cast(:today as date), 'SCHEDULE') x on x.schedule_id = d.id
                join installment i on i.tenant_id = :tenant and i.id = x.installment_id
                where d.tenant_id = :tenant and d.plan_id = p.id
                    and cast(:today as date) - greatest(i.due_date, i.added_on) > p.grace_days)
            """;

    private final Sql sql;
    private final BusinessDates dates;

    PlanStore(Sql sql, BusinessDates dates) {
        this.sql = sql;
        this.dates = dates;
    }

    /** A plan as it is proposed; the proposer is null where no person is. */
    public record NewPlan(
            UUID id,
            UUID customer,
            String number,
            Money total,
            int graceDays,
            String note,
            UUID proposer,
            Set<UUID> receivables) {

        public NewPlan {
            receivables = Set.copyOf(receivables);
        }
    }

    /** What a decision leaves on a plan. The decider is null where a rule decided, or where the one who did before stays; the note likewise. */
    public record Decision(PlanStatus status, LocalDate on, UUID decider, String note) {}

    /** An active plan that must be broken. */
    public record LatePlan(UUID id, UUID customer) {}

    /** Writes a proposed plan. */
    public void insert(NewPlan plan) {
        sql.of("""
                insert into payment_plan (tenant_id, id, version, customer_id, number, currency, status, total, grace_days, note, proposed_by,
                    created_at)
                values (:tenant, :id, 1, :customer, :number, :currency, 'PROPOSED', :total, :grace, :note, :by, :now)""")
                .bind("id", plan.id())
                .bind("customer", plan.customer())
                .bind("number", plan.number())
                .bind("currency", plan.total().currency())
                .bind("total", plan.total().value())
                .bind("grace", plan.graceDays())
                .bind("note", plan.note())
                .bind("by", plan.proposer())
                .bind("now", dates.now())
                .update();
        sql.of("""
                insert into plan_receivable (tenant_id, plan_id, receivable_id)
                select :tenant, :plan, r.id from unnest(:receivables) r (id)""")
                .bind("plan", plan.id())
                .uuids("receivables", plan.receivables())
                .update();
    }

    /** Puts a plan into force from the date on. */
    public void activate(UUID plan, Decision decision) {
        int moved = sql.of("""
                update payment_plan
                set status = 'ACTIVE', version = version + 1, effective_from = :on, accepted_at = :now, decided_by = :by, decision_note = :note
                where tenant_id = :tenant and id = :id and status = 'PROPOSED'""")
                .bind("id", plan)
                .bind("on", decision.on())
                .bind("now", dates.now())
                .bind("by", decision.decider())
                .bind("note", decision.note())
                .update();
        check(moved);
    }

    /** Ends a plan that is proposed or active. */
    public void end(UUID plan, Decision decision) {
        int moved = sql.of("""
                update payment_plan
                set status = :status, version = version + 1, ended_on = :on, decided_by = coalesce(:by, decided_by),
                    decision_note = coalesce(:note, decision_note)
                where tenant_id = :tenant and id = :id and status in ('PROPOSED', 'ACTIVE')""")
                .bind("id", plan)
                .bind("status", decision.status())
                .bind("on", decision.on())
                .bind("by", decision.decider())
                .bind("note", decision.note())
                .update();
        check(moved);
    }

    private static void check(int moved) {
        if (moved != 1) {
            throw new IllegalStateException("the plan is not where it was seen under the lock");
        }
    }

    /** Ends those of the plans that are active, because another one takes over; one that was broken stays so. */
    public void supersede(Collection<UUID> plans, LocalDate on) {
        sql.of("""
                update payment_plan set status = 'SUPERSEDED', version = version + 1, ended_on = :on
                where tenant_id = :tenant and id = any(:ids) and status = 'ACTIVE'""").bind("on", on).uuids("ids", plans).update();
    }

    /** Completes the customers' active plans of which nothing is open, and takes up completed ones of which something is open again. */
    public void follow(Collection<UUID> customers) {
        // What is open is asked for by customer: asked for by plan, all that is open of the tenant was read, with each
        // payment.
        sql.of("""
                update payment_plan p
                set status = case when f.open then 'ACTIVE' else 'COMPLETED' end, version = p.version + 1,
                    ended_on = case when f.open then null else cast(:today as date) end
                from (
                    select q.id, o.plan_id is not null as open
                    from payment_plan q
                    left join (
                        select distinct d.plan_id
                        from open_share(:tenant, cast(:today as date), 'SCHEDULE') x
                        join schedule d on d.tenant_id = :tenant and d.id = x.schedule_id
                        where x.customer_id = any(:customers)) o on o.plan_id = q.id
                    where q.tenant_id = :tenant and q.customer_id = any(:customers) and q.status in ('ACTIVE', 'COMPLETED')) f
                where p.tenant_id = :tenant and p.id = f.id and (p.status = 'ACTIVE') <> f.open""").bind("today", dates.today()).uuids("customers", customers).update();
    }

    /** The numbers of these plans, in order. */
    public List<String> numbersOf(Collection<UUID> plans) {
        return sql.of("select number from payment_plan where tenant_id = :tenant and id = any(:ids) order by number")
                .uuids("ids", plans)
                .list(row -> row.text("number"));
    }

    /** Whether a plan that came into force after the date was made for one of the receivables. */
    public boolean replannedSince(Collection<UUID> receivables, LocalDate date) {
        return sql.of("""
                select exists (
                    select from plan_receivable pr
                    join payment_plan p on p.tenant_id = :tenant and p.id = pr.plan_id and p.effective_from > :date
                    where pr.tenant_id = :tenant and pr.receivable_id = any(:receivables)) as replanned""").bind("date", date).uuids("receivables", receivables).one(row -> row.flag("replanned"));
    }

    /** How many plans are active. */
    public int countActive() {
        return sql.of("select count(*) as plans from payment_plan where tenant_id = :tenant and status = 'ACTIVE'")
                .one(row -> row.integer("plans"));
    }

    /** The next active plans after this id that must be broken. */
    public List<LatePlan> lateAfter(UUID id, LocalDate today, int most) {
        return sql.of("select p.id, p.customer_id from payment_plan p"
                        + " where p.tenant_id = :tenant and p.status = 'ACTIVE' and p.id > :after and " + LATE
                        + " order by p.id limit :most")
                .bind("after", id)
                .bind("today", today)
                .bind("most", most)
                .list(row -> new LatePlan(row.uuid("id"), row.uuid("customer_id")));
    }

    /** Whether the plan must be broken. */
    public boolean isLate(UUID plan, LocalDate today) {
        return sql.of("select exists (select from payment_plan p"
                        + " where p.tenant_id = :tenant and p.id = :id and p.status = 'ACTIVE' and " + LATE
                        + ") as late")
                .bind("id", plan)
                .bind("today", today)
                .one(row -> row.flag("late"));
    }
}
