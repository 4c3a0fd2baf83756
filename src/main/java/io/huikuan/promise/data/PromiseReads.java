package io.huikuan.promise.data;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.promise.PromiseFilter;
import io.huikuan.promise.PromiseStatus;
import io.huikuan.promise.PromiseToPay;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads promises with what the ledger says of them today, the newest first. Only of customers that the actor may see. */
@ApplicationScoped
public class PromiseReads {

    private static final UUID NO_ONE = new UUID(0, 0);

    /** The level is asked for by index, receivable by receivable: a debt has few promises. */
    private static final String COLUMNS = """
            select p.*, s.paid, s.asked,
                (select count(distinct b.id) from promise_item mine
                 cross join lateral (
                     select i.promise_id from promise_item i
                     where i.tenant_id = :tenant and i.receivable_id = mine.receivable_id offset 0) its
                 cross join lateral (
                     select u.id from promise u
                     where u.tenant_id = :tenant and u.id = its.promise_id and u.status in ('PARTIALLY_KEPT', 'BROKEN')
                         and (u.recorded_at, u.id) < (p.recorded_at, p.id) offset 0) b
                 where mine.tenant_id = :tenant and mine.promise_id = p.id) as level
            """;

    private static final String STANDING =
            " cross join lateral (select st.paid, st.asked from promise_standing(:tenant, cast(:today as date)) st"
                    + " where st.promise_id = p.id) s";

    private static final String NEWEST_FIRST = " order by p.recorded_at desc, p.id desc";

    private static final String AFTER = " and (p.recorded_at, p.id) < (:after_time, :after_id)";

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    PromiseReads(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /** Those of the ids that the actor may see. */
    public Map<UUID, PromiseToPay> byIds(Collection<UUID> ids) {
        return sql.of(COLUMNS + fromVisible("and p.id = any(:ids)") + STANDING)
                .bind("today", dates.today())
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), PromiseReads::promise);
    }

    /** A page of all that match; what is paid is asked for those of the page alone. */
    public Page<PromiseToPay> page(PromiseFilter filter, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String matching = matching(filter);
        String page = fromVisible(matching + (after.isPresent() ? AFTER : "") + NEWEST_FIRST + " limit :fetch");
        Statement statement = bind(sql.of(COLUMNS + page + STANDING + NEWEST_FIRST), filter)
                .bind("today", dates.today())
                .bind("fetch", paging.fetch());
        bindAfter(statement, after);
        int total = paging.counted()
                ? bind(sql.of("select count(*) as count" + fromVisible(matching)), filter)
                        .one(row -> row.integer("count"))
                : 0;
        return Page.of(statement.list(PromiseReads::promise), paging, PromiseReads::cursor, total);
    }

    private static Cursor cursor(PromiseToPay found) {
        return Cursor.of(found.recordedAt(), found.uuid());
    }

    /** A page of each customer's promises; of these statuses, or of all where there is none. */
    public Map<UUID, Page<PromiseToPay>> pages(
            Collection<UUID> customers, Collection<PromiseStatus> statuses, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String of = " where p.tenant_id = :tenant and p.customer_id = c.id"
                + (statuses.isEmpty() ? "" : " and p.status = any(:statuses)");
        String visible = " from customer c cross join lateral (select p.* from promise p" + of
                + (after.isPresent() ? AFTER : "") + NEWEST_FIRST + " limit :fetch) p" + STANDING
                + " where c.tenant_id = :tenant and c.id = any(:customers) and " + Visibility.of(actor.get(), "c");
        Statement statement = sql.of(COLUMNS + visible + NEWEST_FIRST)
                .bind("today", dates.today())
                .bind("fetch", paging.fetch())
                .names("statuses", statuses)
                .uuids("customers", customers);
        bindAfter(statement, after);
        Map<UUID, List<PromiseToPay>> found = statement.group(row -> row.uuid("customer_id"), PromiseReads::promise);
        Map<UUID, Integer> counts = paging.counted() ? counts(customers, statuses) : Map.of();
        return Page.ofEach(customers, found, paging, PromiseReads::cursor, counts);
    }

    private Map<UUID, Integer> counts(Collection<UUID> customers, Collection<PromiseStatus> statuses) {
        return sql.of("select p.customer_id, count(*) as count from promise p"
                        + " where p.tenant_id = :tenant and p.customer_id = any(:customers)"
                        + (statuses.isEmpty() ? "" : " and p.status = any(:statuses)") + " group by p.customer_id")
                .uuids("customers", customers)
                .names("statuses", statuses)
                .map(row -> row.uuid("customer_id"), row -> row.integer("count"));
    }

    private String fromVisible(String matching) {
        return " from (select p.* from promise p join customer c on c.tenant_id = :tenant and c.id = p.customer_id"
                + " where p.tenant_id = :tenant and " + Visibility.of(actor.get(), "c") + " " + matching + ") p";
    }

    private static String matching(PromiseFilter filter) {
        return (filter.customerId() == null ? "" : " and p.customer_id = :customer")
                + (filter.agreedById() == null ? "" : " and p.agreed_by = :agreer")
                + (filter.status() == null ? "" : " and p.status = any(:statuses)")
                + (filter.promisedFrom() == null ? "" : " and p.promised_for >= :from")
                + (filter.promisedTo() == null ? "" : " and p.promised_for <= :to");
    }

    private static Statement bind(Statement statement, PromiseFilter filter) {
        bind(statement, "from", filter.promisedFrom());
        bind(statement, "to", filter.promisedTo());
        if (filter.customerId() != null) {
            statement.bind(
                    "customer",
                    NodeId.uuid(NodeKind.CUSTOMER, filter.customerId()).orElse(NO_ONE));
        }
        if (filter.agreedById() != null) {
            statement.bind(
                    "agreer", NodeId.uuid(NodeKind.USER, filter.agreedById()).orElse(NO_ONE));
        }
        if (filter.status() != null) {
            statement.names("statuses", filter.status());
        }
        return statement;
    }

    private static void bind(Statement statement, String name, LocalDate dateOrNull) {
        if (dateOrNull != null) {
            statement.bind(name, dateOrNull);
        }
    }

    private static void bindAfter(Statement statement, Optional<Cursor> after) {
        after.ifPresent(
                cursor -> statement.bind("after_time", cursor.instant(0)).bind("after_id", cursor.uuid(1)));
    }

    /** What each of the promises covers, which the actor is known to see: ids of receivables, the oldest due first. */
    public Map<UUID, List<UUID>> receivablesOf(Collection<UUID> promises) {
        return sql.of("""
                select i.promise_id, i.receivable_id from promise_item i
                join receivable r on r.tenant_id = :tenant and r.id = i.receivable_id
                where i.tenant_id = :tenant and i.promise_id = any(:ids)
                order by i.promise_id, r.due_date, r.number""")
                .uuids("ids", promises)
                .group(row -> row.uuid("promise_id"), row -> row.uuid("receivable_id"));
    }

    /** The promise of each receivable that is proposed or open; those that have none are left out. */
    public Map<UUID, UUID> liveOf(Collection<UUID> receivables) {
        return sql.of("""
                select i.receivable_id, i.promise_id from promise_item i
                where i.tenant_id = :tenant and i.live and i.receivable_id = any(:ids)""")
                .uuids("ids", receivables)
                .map(row -> row.uuid("receivable_id"), row -> row.uuid("promise_id"));
    }

    /** Through which day each of the receivables is held from dunning today; those that are not are left out. */
    public Map<UUID, LocalDate> heldThrough(Collection<UUID> receivables) {
        return sql.of("""
                select h.receivable_id, h.held_through from promised_item(:tenant, cast(:today as date)) h
                where h.receivable_id = any(:ids)""")
                .bind("today", dates.today())
                .uuids("ids", receivables)
                .map(row -> row.uuid("receivable_id"), row -> row.date("held_through"));
    }

    private static PromiseToPay promise(Row row) {
        String currency = row.text("currency");
        return new PromiseToPay(
                NodeId.of(NodeKind.PROMISE, row.uuid("id")),
                row.integer("version"),
                row.constant(PromiseStatus.class, "status"),
                Money.of(row.number("amount"), currency),
                row.date("given_on"),
                row.date("promised_for"),
                row.integer("tolerance_days"),
                row.date("window_end"),
                Decimal.of(row.number("threshold")),
                Money.of(row.number("paid"), currency),
                Money.of(row.number("asked").max(BigDecimal.ZERO), currency),
                row.integer("level"),
                row.date("decided_on"),
                row.text("note"),
                row.instant("recorded_at"),
                row.instant("confirmed_at"),
                row.text("reason"),
                row.uuid("customer_id"),
                row.uuid("plan_id"),
                row.uuid("promised_by"),
                row.uuid("recorded_by"),
                row.uuid("agreed_by"),
                row.uuid("cancelled_by"));
    }
}
