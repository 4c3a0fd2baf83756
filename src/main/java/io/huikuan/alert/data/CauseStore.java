package io.huikuan.alert.data;

import io.huikuan.alert.Tally;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Brings alerts in line with their causes, one statement for each rule whatever the number of rows: resolves what has no cause any more, reopens what
 * has one again, brings amount and severity of living alerts up to date, and raises what is new.
 *
 * <p>What was raised or resolved as of a later date than {@code asOf} is left alone. Several may run this at once: the unique key of causes lets one
 * of them raise, and a row that another has changed meanwhile is judged again before it is touched.
 */
@ApplicationScoped
public class CauseStore {

    /**
     * {@code {causes}}, {@code {touched}}, {@code {types}}, {@code {assignee}}, {@code {because}} and {@code {scope}} come from the rule. Causes, living alerts and what was touched
     * meet in full joins, which are always made by hashing or merging: the planner cannot know how many causes there are, and would else compare each with
     * each. Only where they differ something is left to do, so on most days next to nothing. Resolved alerts, which only grow, are looked for
     * where a cause has no living one, and only those of the rule's types. What the join read is changed by id, and only if it still stands as it was read.
     *
     * <p>Whether money came back since a person resolved an alert is asked for one alert at a time, by index: {@code offset 0} keeps the planner from making
     * joins of it, which over many rows would read all that was ever booked.
     *
     * <p>Examined are all causes: those of living alerts, and those without. The alerts are counted by a column that no index has: one pass over the table is
     * cheaper than an index whose rows, just written, must all be looked up (a third of a run that raises nothing).
     */
    private static final String IN_LINE = """
            with living as not materialized (
                select a.id, a.type, a.subject_id, a.cause_date, a.cause_key, a.amount, a.rate, a.severity
                from alert a where a.tenant_id = :tenant and a.type in ({types}) and a.status <> 'RESOLVED' {scope}),
            judged as materialized (
                select l.id, c.type, c.subject_id, c.cause_date, c.cause_key, c.customer_id, c.severity, c.amount, c.currency, c.rate,
                    {assignee} as assigned_to, c.type is not null as stands, l.id is null and {isTouched} as unknown
                from ({causes}) c
                full join living l
                    on l.type = c.type and l.subject_id = c.subject_id and l.cause_date = c.cause_date and l.cause_key = c.cause_key
                {touched}
                where (l.id is null) <> (c.type is null) or (l.amount, l.rate, l.severity) is distinct from (c.amount, c.rate, c.severity)),
            gone as (
                update alert a
                set status = 'RESOLVED', resolved_at = :now, resolved_on = :asOf, resolved_by = null, snoozed_until = null,
                    resolved_because = {because}
                from judged j
                where a.tenant_id = :tenant and a.type in ({types}) and a.id = j.id and not j.stands
                    and a.status <> 'RESOLVED' and a.business_date <= :asOf
                returning a.customer_id),
            back as (
                update alert a
                set status = 'OPEN', occurrence = a.occurrence + 1, raised_at = :now, business_date = :asOf, amount = j.amount, rate = j.rate,
                    severity = j.severity, snoozed_until = null,
                    resolved_at = null, resolved_on = null, resolved_by = null, resolved_because = null
                from judged j
                where j.unknown and a.tenant_id = :tenant and a.type in ({types}) and a.type = j.type and a.subject_id = j.subject_id
                    and a.cause_date = j.cause_date and a.cause_key = j.cause_key and a.status = 'RESOLVED' and a.resolved_on <= :asOf
                    and (a.resolved_by is null or exists (
                        select from share s
                        where s.tenant_id = :tenant and s.installment_id = a.subject_id and exists (
                            select from booking b
                            where b.tenant_id = :tenant and b.share_id = s.id and b.amount < 0 and exists (
                                select from entry e
                                where e.tenant_id = :tenant and e.id = b.entry_id
                                    and e.kind in ('REVERSED', 'UNALLOCATED') and e.recorded_at > a.resolved_at
                                offset 0)
                            offset 0)))
                returning a.id, a.occurrence, a.customer_id),
            kept as (
                update alert a
                set amount = j.amount, rate = j.rate, severity = j.severity
                from judged j
                where j.id is not null and a.tenant_id = :tenant and a.type in ({types}) and a.id = j.id and j.stands
                    and a.status <> 'RESOLVED' and a.business_date <= :asOf and :current),
            fresh as (
                insert into alert (tenant_id, id, type, subject_id, cause_date, cause_key, customer_id, severity, status, occurrence,
                    amount, currency, rate, raised_at, business_date, assigned_to)
                select :tenant, time_ordered_id(), j.type, j.subject_id, j.cause_date, j.cause_key, j.customer_id, j.severity, 'OPEN', 1,
                    j.amount, j.currency, j.rate, :now, :asOf, j.assigned_to
                from judged j
                where j.unknown
                on conflict (tenant_id, type, subject_id, cause_date, cause_key) do nothing
                returning id, occurrence, customer_id),
            raised as (select * from fresh union all select * from back),
            noted as (
                insert into alert_event (tenant_id, alert_id, occurrence, batch_id)
                select :tenant, id, occurrence, :batch from raised)
            select null::uuid as customer_id, 0 as raised, 0 as resolved,
                (select count(severity) from living)
                    + (select count(*) filter (where id is null) - count(*) filter (where not stands) from judged) as examined
            union all
            select customer_id, sum(raised), sum(resolved), 0
            from (select customer_id, 1 as raised, 0 as resolved from raised
                  union all select customer_id, 0, 1 from gone) changed
            group by customer_id
            """;

    private static final String CONCERNS = """
            {canConcern} or exists (
                select from alert a
                where a.tenant_id = :tenant and a.type in ({types}) and a.status <> 'RESOLVED' and a.customer_id = any(:customers)) as {rule}""";

    private final Sql sql;
    private final BusinessDates dates;

    CauseStore(Sql sql, BusinessDates dates) {
        this.sql = sql;
        this.dates = dates;
    }

    /** Brings all alerts of the rule in line as of the day; what it raises belongs to the batch. */
    public Tally bringInLine(AlertRule rule, LocalDate asOf, UUID batch) {
        if (rule.readsMostOfTheBooks()) {
            sql.overManyRows();
        } else {
            sql.plannedForValues();
        }
        Tally tally = tally(bound(inLine(rule, rule.causes(), Optional.empty(), ""), asOf, batch));
        // Messages are written next, for all that was raised.
        sql.overManyRows();
        return tally;
    }

    /** The same for the alerts of these customers only, where nothing is raised for what has not been touched. */
    public Tally bringInLine(AlertRule rule, LocalDate asOf, UUID batch, Collection<UUID> customers) {
        String text = inLine(rule, rule.causesOfCustomers(), rule.touched(), "and a.customer_id = any(:customers)");
        return tally(bound(text, asOf, batch).uuids("customers", customers));
    }

    /** Those of the rules that can have a cause, or have a living alert, at any of the customers; one statement. */
    public Set<AlertRule> concerning(Set<AlertRule> rules, Collection<UUID> customers) {
        String columns = rules.stream()
                .map(rule -> CONCERNS.replace("{canConcern}", rule.canConcern())
                        .replace("{types}", rule.typeList())
                        .replace("{rule}", rule.name()))
                .collect(Collectors.joining(", "));
        return sql.of("select " + columns)
                .uuids("customers", customers)
                .one(row -> rules.stream()
                        .filter(rule -> row.flag(rule.name()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(AlertRule.class))));
    }

    private static String inLine(AlertRule rule, String causes, Optional<String> touched, String scope) {
        return IN_LINE.replace("{causes}", causes)
                .replace(
                        "{touched}",
                        touched.map(query -> "full join (" + query + ") t on t.subject_id = c.subject_id")
                                .orElse(""))
                .replace("{isTouched}", touched.isPresent() ? "t.subject_id is not null" : "true")
                .replace("{types}", rule.typeList())
                .replace("{assignee}", rule.assignee())
                .replace("{because}", rule.goneBecause())
                .replace("{scope}", scope);
    }

    private Statement bound(String text, LocalDate asOf, UUID batch) {
        return sql.of(text)
                .bind("asOf", asOf)
                .bind("current", !asOf.isBefore(dates.today()))
                .bind("now", dates.now())
                .bind("batch", batch);
    }

    private static Tally tally(Statement statement) {
        List<Tally> rows = statement.list(CauseStore::row);
        Set<UUID> customers = new HashSet<>();
        int examined = 0;
        int raised = 0;
        int resolved = 0;
        for (Tally row : rows) {
            customers.addAll(row.customers());
            examined += row.examined();
            raised += row.raised();
            resolved += row.resolved();
        }
        return new Tally(examined, raised, resolved, customers);
    }

    private static Tally row(Row row) {
        UUID customer = row.uuid("customer_id");
        return new Tally(
                row.integer("examined"),
                row.integer("raised"),
                row.integer("resolved"),
                customer == null ? Set.of() : Set.of(customer));
    }

    /** Those of the subjects for which the rule has a cause of the type as of the day. */
    public Set<Standing> standing(AlertRule rule, LocalDate asOf, Collection<UUID> subjects) {
        return new HashSet<>(sql.of(
                        "select type, subject_id, cause_date, cause_key from (" + rule.causesOfSubjects() + ") cause")
                .bind("asOf", asOf)
                .uuids("subjects", subjects)
                .list(row -> new Standing(
                        row.text("type"), row.uuid("subject_id"), row.date("cause_date"), row.text("cause_key"))));
    }

    /** A cause that stands. */
    public record Standing(String type, UUID subject, LocalDate on, String key) {}

    /** Stores the batch and tells every node of it when the transaction commits. */
    public void announce(UUID batch) {
        sql.of("insert into alert_batch (tenant_id, id, made_at) values (:tenant, :batch, :now)")
                .bind("batch", batch)
                .bind("now", dates.now())
                .update();
        sql.of("select pg_notify('" + CHANNEL
                        + "', cast(:tenant as text) || ' ' || cast(:batch as text)) is null as told")
                .bind("batch", batch)
                .one(row -> true);
    }

    /** The name under which nodes are told of batches; what is told is the tenant and the batch. */
    public static final String CHANNEL = "huikuan_alerts_raised";

    /** Waits until nobody is changing balances of these customers, and keeps others from it until the transaction ends. */
    public void hold(Collection<UUID> customers) {
        sql.of(
                        "select id from customer where tenant_id = :tenant and id = any(:customers) order by id for no key update")
                .uuids("customers", customers)
                .each(row -> {});
    }
}
