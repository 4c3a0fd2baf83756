package io.huikuan.strategy.data;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.letter.LetterKind;
import io.huikuan.strategy.StrategyChannel;
import io.huikuan.strategy.TaskReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Writes what strategies do. */
@ApplicationScoped
public class ActionStore {

    /**
     * Those that are due get their step. What they had waiting, and where the step is a task their open task, gives way first; that it does is counted, so that PostgreSQL
     * must do it before it inserts. Whoever comes second at the same moment inserts nothing. What somebody is at, such as a payment that ends tasks, is left to him: a statement
     * over all rows must not wait for one who may wait for it.
     */
    private static final String RUN = """
            with verdict as materialized (
                select * from strategy_verdict(:tenant, cast(:today as date), null, null, :now, :quiet)),
            free as materialized (
                select l.id from strategy_action l
                join verdict v on v.customer_id = l.customer_id and v.verdict = 'DUE'
                where l.tenant_id = :tenant and l.ended_at is null and l.made_on < :today
                    and (l.status = 'WAITING' or l.status = 'OPEN' and v.channel in ('PHONE_TASK', 'VISIT_TASK'))
                for no key update of l skip locked),
            passed as (
                update strategy_action a
                set status = 'SKIPPED', reason = 'NEXT_STEP', due_at = null, leased_until = null, ended_at = :now, version = a.version + 1
                from free l
                where a.tenant_id = :tenant and a.id = l.id and a.ended_at is null
                returning a.id),
            told as (
                select distinct on (d.customer_id, d.due_date) d.customer_id, d.due_date, d.installment_id
                from dunning_share(:tenant, cast(:today as date)) d
                where d.customer_id in (select v.customer_id from verdict v where v.verdict = 'DUE' and v.channel = 'ROBOT')
                order by d.customer_id, d.due_date, d.installment_id),
            made as (
                insert into strategy_action (tenant_id, id, version, customer_id, strategy_id, number, position, channel, oldest_due, planned_on,
                    passed_over, made_on, made_at, status, due_on, due_at, attempts, installment_id, ended_at)
                select :tenant, time_ordered_id(), 1, v.customer_id, v.strategy_id, v.number, v.step, v.channel, v.oldest_due, v.planned_on,
                    v.passed_over, :today, :now, t.status, :workday, case when t.status = 'WAITING' then cast(:now as timestamptz) end, 0,
                    case when t.status = 'DONE' then d.installment_id end,
                    case when t.status = 'DONE' then cast(:now as timestamptz) end
                from verdict v
                left join told d on d.customer_id = v.customer_id and d.due_date = v.oldest_due
                cross join lateral (
                    select case when v.channel in ('PHONE_TASK', 'VISIT_TASK') then 'OPEN' when v.channel = 'ROBOT' then 'DONE' else 'WAITING' end
                        as status) t
                where v.verdict = 'DUE' and (select count(*) from passed) >= 0
                on conflict do nothing
                returning id)
            select (select count(*) from verdict) as examined, (select count(*) from made) as made, (select count(*) from passed) as passed
            """;

    /** Living ones whose cause is gone: nothing is to be dunned, or all of it is paused, that was due by the oldest due date for which they were made. */
    private static final String END_GONE = """
            update strategy_action a
            set status = 'SKIPPED', reason = g.reason, due_at = null, leased_until = null, ended_at = :now, version = a.version + 1
            from (
                select l.id,
                    case when d.first_due <= l.oldest_due then 'PAUSED' when o.first_due <= l.oldest_due then 'HELD' else 'NOTHING_DUE' end as reason
                from strategy_action l
                {owed}
                where l.tenant_id = :tenant and l.ended_at is null and {which} and coalesce(d.first_asked > l.oldest_due, true)
                {locking}) g
            where a.tenant_id = :tenant and a.id = g.id and a.ended_at is null""";

    /** What each customer owes, summed up once whatever the number of its actions. */
    private static final String OWED_BY_ALL = """
            left join (
                    select s.customer_id, min(s.due_date) as first_due, min(s.due_date) filter (where not s.paused) as first_asked
                    from strategy_share(:tenant, cast(:today as date)) s group by s.customer_id) d on d.customer_id = l.customer_id
                left join (
                    select s.customer_id, min(s.due_date) as first_due
                    from open_share(:tenant, cast(:today as date), 'SCHEDULE') s group by s.customer_id) o on o.customer_id = l.customer_id""";

    /** The same for each of a few actions, of whose customers alone anything is read. */
    private static final String OWED_BY_EACH = """
            left join lateral (
                    select min(s.due_date) as first_due, min(s.due_date) filter (where not s.paused) as first_asked
                    from strategy_share(:tenant, cast(:today as date)) s where s.customer_id = l.customer_id) d on true
                left join lateral (
                    select min(s.due_date) as first_due
                    from open_share(:tenant, cast(:today as date), 'SCHEDULE') s where s.customer_id = l.customer_id) o on true""";

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    ActionStore(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /** How many customers had something that may be dunned, how many got a step, and how many things gave way to one. */
    public record Ran(int examined, int made, int passed) {}

    /** Gives everybody of the tenant the step that is due, in one statement. */
    public Ran run(int quietDays, LocalDate workday) {
        sql.overManyRows();
        return sql.of(RUN)
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("quiet", quietDays)
                .bind("workday", workday)
                .one(row -> new Ran(row.integer("examined"), row.integer("made"), row.integer("passed")));
    }

    /** Ends what has lost its cause, of the whole tenant, but for what somebody is at. How much that was. */
    public int endGone() {
        sql.overManyRows();
        return ended(OWED_BY_ALL, "true", "for no key update of l skip locked").update();
    }

    /** Ends what has lost its cause, of these customers. */
    public void endGone(Collection<UUID> customers) {
        ended(OWED_BY_EACH, "l.customer_id = any(:customers)", "")
                .uuids("customers", customers)
                .update();
    }

    private Statement ended(String owed, String which, String locking) {
        return sql.of(END_GONE.replace("{owed}", owed).replace("{which}", which).replace("{locking}", locking))
                .bind("today", dates.today())
                .bind("now", dates.now());
    }

    /** Something that waits to go out, which this node has leased. */
    public record Leased(UUID id, UUID customer, int attempt) {}

    /** Leases the oldest that is due. */
    public Optional<Leased> lease(Duration lease) {
        Instant now = dates.now();
        return sql.of("""
                update strategy_action a set leased_until = :until, attempts = a.attempts + 1
                from (select w.id from strategy_action w
                      where w.tenant_id = :tenant and w.status = 'WAITING' and w.due_at <= :now and (w.leased_until is null or w.leased_until <= :now)
                      order by w.due_at, w.id limit 1
                      for update skip locked) next
                where a.tenant_id = :tenant and a.id = next.id
                returning a.id, a.customer_id, a.attempts""")
                .bind("now", now)
                .bind("until", now.plus(lease))
                .first(row -> new Leased(row.uuid("id"), row.uuid("customer_id"), row.integer("attempts")));
    }

    /**
     * Something about to go out, as it stands at this moment.
     *
     * @param followed whether the customer still follows the version it comes from
     * @param stands whether something that may be dunned and is not paused was due by its oldest due date
     * @param paused whether, else, something is paused
     * @param open whether, else, something is open
     * @param enough whether the minimum of the step is reached
     */
    public record Waiting(
            UUID id,
            UUID customer,
            StrategyChannel channel,
            LetterKind kind,
            boolean withStatement,
            boolean followed,
            boolean stands,
            boolean paused,
            boolean open,
            boolean enough) {}

    /** What this lease is about, its row locked; empty when it is somebody else's by now, or at an end. The customer is locked. */
    public Optional<Waiting> lock(Leased leased) {
        return sql.of("""
                select a.id, a.customer_id, a.channel, s.letter_kind, s.with_statement,
                    exists (
                        select from followed_strategy(:tenant, null, null) f
                        where f.customer_id = a.customer_id and f.strategy_id = a.strategy_id and f.number = a.number) as followed,
                    exists (
                        select from strategy_share(:tenant, cast(:today as date)) d
                        where d.customer_id = a.customer_id and not d.paused and d.due_date <= a.oldest_due) as stands,
                    exists (
                        select from strategy_share(:tenant, cast(:today as date)) d
                        where d.customer_id = a.customer_id and d.due_date <= a.oldest_due) as paused,
                    exists (
                        select from open_share(:tenant, cast(:today as date), 'SCHEDULE') o
                        where o.customer_id = a.customer_id and o.due_date <= a.oldest_due) as open,
                    s.minimum_currencies = '{}' or exists (
                        select from strategy_share(:tenant, cast(:today as date)) d
                        where d.customer_id = a.customer_id and not d.paused and d.due_date <= greatest(cast(:today as date), a.oldest_due)
                        group by d.currency
                        having sum(d.amount) >= coalesce(s.minimum_amounts[array_position(s.minimum_currencies, d.currency)], 0)) as enough
                from strategy_action a
                join strategy_step s on s.tenant_id = :tenant and s.strategy_id = a.strategy_id and s.number = a.number and s.position = a.position
                where a.tenant_id = :tenant and a.id = :id and a.status = 'WAITING' and a.attempts = :attempt
                for no key update of a""")
                .bind("today", dates.today())
                .bind("id", leased.id())
                .bind("attempt", leased.attempt())
                .first(ActionStore::waiting);
    }

    private static Waiting waiting(Row row) {
        return new Waiting(
                row.uuid("id"),
                row.uuid("customer_id"),
                row.constant(StrategyChannel.class, "channel"),
                row.constant(LetterKind.class, "letter_kind"),
                row.flag("with_statement"),
                row.flag("followed"),
                row.flag("stands"),
                row.flag("paused"),
                row.flag("open"),
                row.flag("enough"));
    }

    /** It goes out later; that it was looked at does not count as an attempt. */
    public void await(UUID id, Instant due) {
        sql.of("""
                update strategy_action set due_at = :due, leased_until = null, attempts = 0, version = version + 1
                where tenant_id = :tenant and id = :id and status = 'WAITING'""").bind("due", due).bind("id", id).update();
    }

    /** It went out with this letter. */
    public void sent(UUID id, UUID letter) {
        sql.of("""
                update strategy_action set status = 'DONE', letter_id = :letter, due_at = null, leased_until = null, ended_at = :now,
                    version = version + 1
                where tenant_id = :tenant and id = :id and status = 'WAITING'""")
                .bind("letter", letter)
                .bind("now", dates.now())
                .bind("id", id)
                .update();
    }

    /** It does not go out: it is skipped, or where {@code failed} counts as done. */
    public void end(UUID id, TaskReason reason, boolean failed) {
        sql.of("""
                update strategy_action set status = case when :failed then 'FAILED' else 'SKIPPED' end, reason = :reason, due_at = null,
                    leased_until = null, ended_at = :now, version = version + 1
                where tenant_id = :tenant and id = :id and status = 'WAITING'""")
                .bind("failed", failed)
                .bind("reason", reason)
                .bind("now", dates.now())
                .bind("id", id)
                .update();
    }

    /** The customer's open task of the kind, unless it was made after that day, is done by the contact of the day. */
    public void close(UUID customer, StrategyChannel kind, UUID contactRecord, LocalDate day) {
        sql.of("""
                update strategy_action set status = 'DONE', contact_record_id = :record, ended_at = :now, ended_by = :by, version = version + 1
                where tenant_id = :tenant and customer_id = :customer and status = 'OPEN' and channel = :kind and made_on <= :day""")
                .bind("record", contactRecord)
                .bind("day", day)
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .bind("customer", customer)
                .bind("kind", kind)
                .update();
    }

    /** Whether the user is active and may see the customer. */
    public boolean seesCustomer(UUID user, UUID customer) {
        return sql.of("""
                select sees_customer(u.active, u.roles, u.region, u.id, c.owner_id, c.region) as sees
                from app_user u cross join customer c
                where u.tenant_id = :tenant and u.id = :user and c.tenant_id = :tenant and c.id = :customer""").bind("user", user).bind("customer", customer).one(row -> row.flag("sees"));
    }

    /** Gives an open task to a user. */
    public void assign(UUID id, UUID user) {
        sql.of("""
                update strategy_action set assigned_to = :user, version = version + 1
                where tenant_id = :tenant and id = :id and status = 'OPEN'""").bind("user", user).bind("id", id).update();
    }
}
