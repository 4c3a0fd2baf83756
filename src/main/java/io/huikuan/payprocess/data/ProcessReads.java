package io.huikuan.payprocess.data;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.payprocess.ClaimStep;
import io.huikuan.payprocess.PaymentProcess;
import io.huikuan.payprocess.PaymentStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the ways on which customers pay, and where claims are on them. */
@ApplicationScoped
public class ProcessReads {

    /** Of claim steps {@code c}, with their steps. How long one took runs to the next one of the claim, or to the business date. */
    private static final String COLUMNS = """
            c.receivable_id, c.customer_id, c.number, c.step_number, c.since, c.note, c.recorded_at, c.recorded_by, s.position, s.name, s.person_id,
            s.usual_days, coalesce(n.since, cast(:today as date)) - c.since as days, n.since is null and coalesce(w.stuck, false) as stuck""";

    private static final String JOINS = """
             left join payment_step s on s.tenant_id = :tenant and s.customer_id = c.customer_id and s.number = c.step_number
            left join claim_step n on n.tenant_id = :tenant and n.receivable_id = c.receivable_id and n.number = c.number + 1
            left join lateral (
                select f.stuck from claim_now(:tenant, cast(:today as date)) f where f.receivable_id = c.receivable_id) w on true""";

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    ProcessReads(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /** The way of each of the customers, which the actor is known to see; one without steps where there is none. */
    public Map<UUID, PaymentProcess> processes(Collection<UUID> customers) {
        Map<UUID, Integer> versions = sql.of(
                        "select p.customer_id, p.version from payment_process p where p.tenant_id = :tenant and p.customer_id = any(:customers)")
                .uuids("customers", customers)
                .map(row -> row.uuid("customer_id"), row -> row.integer("version"));
        Map<UUID, List<PaymentStep>> steps =
                sql.of("""
                select s.customer_id, s.number as step_number, s.position, s.name, s.person_id, s.usual_days from payment_step s
                where s.tenant_id = :tenant and s.customer_id = any(:customers) and s.position is not null
                order by s.customer_id, s.position""").uuids("customers", customers).group(row -> row.uuid("customer_id"), ProcessReads::step);
        Map<UUID, PaymentProcess> found = new HashMap<>();
        customers.forEach(customer -> found.put(
                customer,
                new PaymentProcess(
                        versions.getOrDefault(customer, 0), steps.getOrDefault(customer, List.of()), customer)));
        return found;
    }

    /** Where each of the receivables, which the actor is known to see, is now; one that was never moved is left out. */
    public Map<UUID, ClaimStep> now(Collection<UUID> receivables) {
        return sql.of("select " + COLUMNS + " from claim_step c" + JOINS
                        + " where c.tenant_id = :tenant and c.receivable_id = any(:receivables) and n.since is null")
                .uuids("receivables", receivables)
                .bind("today", dates.today())
                .map(row -> row.uuid("receivable_id"), ProcessReads::claim);
    }

    /** A page of where each of the receivables was, the newest first. */
    public Map<UUID, Page<ClaimStep>> histories(Collection<UUID> receivables, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(1);
        Statement statement = sql.of("select " + COLUMNS + " from unnest(:receivables) r (id) cross join lateral ("
                        + "select * from claim_step h where h.tenant_id = :tenant and h.receivable_id = r.id"
                        + (after.isPresent() ? " and h.number < :after" : "")
                        + " order by h.number desc limit :fetch) c" + JOINS
                        + " order by c.receivable_id, c.number desc")
                .uuids("receivables", receivables)
                .bind("today", dates.today())
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement.bind("after", cursor.decimal(0)));
        Map<UUID, List<ClaimStep>> rows = statement.group(row -> row.uuid("receivable_id"), ProcessReads::claim);
        Map<UUID, Integer> totals = paging.counted()
                ? sql.of("select h.receivable_id, count(*) as count from claim_step h where h.tenant_id = :tenant"
                                + " and h.receivable_id = any(:receivables) group by h.receivable_id")
                        .uuids("receivables", receivables)
                        .map(row -> row.uuid("receivable_id"), row -> row.integer("count"))
                : Map.of();
        return Page.ofEach(receivables, rows, paging, found -> Cursor.of(found.number()), totals);
    }

    /** A page of the claims that are stuck, of the customers that the actor sees, or of one of them; the longest first. */
    public Page<ClaimStep> stuck(Optional<UUID> customer, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String matching = " from claim_now(:tenant, cast(:today as date)) k"
                + " join customer b on b.tenant_id = :tenant and b.id = k.customer_id where k.stuck and "
                + Visibility.of(actor.get(), "b")
                + (customer.isPresent() ? " and k.customer_id = :customer" : "");
        Statement statement = sql.of("select " + COLUMNS + " from (select k.receivable_id, k.number" + matching + ") g"
                        + " join claim_step c on c.tenant_id = :tenant and c.receivable_id = g.receivable_id and c.number = g.number"
                        + JOINS
                        + (after.isPresent() ? " where (c.since, c.receivable_id) > (:after_day, :after_id)" : "")
                        + " order by c.since, c.receivable_id limit :fetch")
                .bind("today", dates.today())
                .bind("fetch", paging.fetch());
        customer.ifPresent(id -> statement.bind("customer", id));
        after.ifPresent(cursor -> statement.bind("after_day", cursor.date(0)).bind("after_id", cursor.uuid(1)));
        return Page.of(
                statement.list(ProcessReads::claim),
                paging,
                found -> Cursor.of(found.since(), found.receivable()),
                paging.counted() ? count(matching, customer) : 0);
    }

    private int count(String matching, Optional<UUID> customer) {
        Statement statement = sql.of("select count(*) as count" + matching).bind("today", dates.today());
        customer.ifPresent(id -> statement.bind("customer", id));
        return statement.one(row -> row.integer("count"));
    }

    private static ClaimStep claim(Row row) {
        return new ClaimStep(
                row.integer("number"),
                row.integerOrNull("step_number") == null ? null : step(row),
                row.date("since"),
                row.integer("days"),
                row.flag("stuck"),
                row.text("note"),
                row.instant("recorded_at"),
                row.uuid("receivable_id"),
                row.uuid("recorded_by"));
    }

    private static PaymentStep step(Row row) {
        Integer position = row.integerOrNull("position");
        return new PaymentStep(
                row.integer("step_number"),
                position == null ? 0 : position,
                row.text("name"),
                row.integerOrNull("usual_days"),
                row.uuid("customer_id"),
                row.uuid("person_id"));
    }
}
