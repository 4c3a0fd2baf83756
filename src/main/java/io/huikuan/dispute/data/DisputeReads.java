package io.huikuan.dispute.data;

import io.huikuan.dispute.Dispute;
import io.huikuan.dispute.DisputeComment;
import io.huikuan.dispute.DisputeDepartment;
import io.huikuan.dispute.DisputeFilter;
import io.huikuan.dispute.DisputeReason;
import io.huikuan.dispute.DisputeStatus;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads disputes, the newest first. Only of customers that the actor may see. */
@ApplicationScoped
public class DisputeReads {

    private static final UUID NO_ONE = new UUID(0, 0);
    private static final String NEWEST_FIRST = " order by d.raised_at desc, d.id desc limit :fetch";
    private static final String AFTER = " and (d.raised_at, d.id) < (:after_time, :after_id)";

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    DisputeReads(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /** Those of the ids that the actor may see. */
    public Map<UUID, Dispute> byIds(Collection<UUID> ids) {
        return sql.of("select d.*" + fromVisible() + " and d.id = any(:ids)")
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), DisputeReads::dispute);
    }

    /** A page of all that match. */
    public Page<Dispute> page(DisputeFilter filter, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String matching = fromVisible() + matching(filter);
        Statement statement = bind(
                        sql.of("select d.*" + matching + (after.isPresent() ? AFTER : "") + NEWEST_FIRST), filter)
                .bind("fetch", paging.fetch());
        bindAfter(statement, after);
        int total = paging.counted()
                ? bind(sql.of("select count(*) as count" + matching), filter).one(row -> row.integer("count"))
                : 0;
        return Page.of(statement.list(DisputeReads::dispute), paging, DisputeReads::cursor, total);
    }

    /** A page of each customer's disputes; of these statuses, or of all where there is none. */
    public Map<UUID, Page<Dispute>> pages(
            Collection<UUID> customers, Collection<DisputeStatus> statuses, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String of = statuses.isEmpty() ? "" : " and d.status = any(:statuses)";
        Statement statement = sql.of("select found.* from customer c cross join lateral (select d.* from dispute d"
                        + " where d.tenant_id = :tenant and d.customer_id = c.id" + of
                        + (after.isPresent() ? AFTER : "") + NEWEST_FIRST
                        + ") found where c.tenant_id = :tenant and c.id = any(:customers) and "
                        + Visibility.of(actor.get(), "c"))
                .bind("fetch", paging.fetch())
                .names("statuses", statuses)
                .uuids("customers", customers);
        bindAfter(statement, after);
        Map<UUID, List<Dispute>> found = statement.group(row -> row.uuid("customer_id"), DisputeReads::dispute);
        Map<UUID, Integer> counts = paging.counted() ? counts(customers, of, statuses) : Map.of();
        return Page.ofEach(customers, found, paging, DisputeReads::cursor, counts);
    }

    private Map<UUID, Integer> counts(Collection<UUID> customers, String of, Collection<DisputeStatus> statuses) {
        return sql.of("select d.customer_id, count(*) as count" + fromVisible() + " and d.customer_id = any(:customers)"
                        + of + " group by d.customer_id")
                .uuids("customers", customers)
                .names("statuses", statuses)
                .map(row -> row.uuid("customer_id"), row -> row.integer("count"));
    }

    private static Cursor cursor(Dispute dispute) {
        return Cursor.of(dispute.raisedAt(), dispute.uuid());
    }

    private String fromVisible() {
        return " from dispute d join customer c on c.tenant_id = :tenant and c.id = d.customer_id"
                + " where d.tenant_id = :tenant and " + Visibility.of(actor.get(), "c");
    }

    private static String matching(DisputeFilter filter) {
        return (filter.customerId() == null ? "" : " and d.customer_id = :customer")
                + (filter.receivableId() == null ? "" : " and d.receivable_id = :receivable")
                + (filter.status() == null ? "" : " and d.status = any(:statuses)")
                + (filter.department() == null ? "" : " and d.department = any(:departments)")
                + (filter.reason() == null ? "" : " and d.reason = any(:reasons)")
                + (filter.deadlineTo() == null ? "" : " and d.deadline <= :deadline");
    }

    private static Statement bind(Statement statement, DisputeFilter filter) {
        bind(statement, "customer", NodeKind.CUSTOMER, filter.customerId());
        bind(statement, "receivable", NodeKind.RECEIVABLE, filter.receivableId());
        if (filter.deadlineTo() != null) {
            statement.bind("deadline", filter.deadlineTo());
        }
        return statement
                .names("statuses", filter.status() == null ? List.of() : filter.status())
                .names("departments", filter.department() == null ? List.of() : filter.department())
                .names("reasons", filter.reason() == null ? List.of() : filter.reason());
    }

    private static void bind(Statement statement, String name, NodeKind kind, String idOrNull) {
        if (idOrNull != null) {
            statement.bind(name, NodeId.uuid(kind, idOrNull).orElse(NO_ONE));
        }
    }

    private static void bindAfter(Statement statement, Optional<Cursor> after) {
        after.ifPresent(
                cursor -> statement.bind("after_time", cursor.instant(0)).bind("after_id", cursor.uuid(1)));
    }

    /** A page of what was said about each of the disputes, which the actor is known to see, the oldest first; a partner reads nothing internal. */
    public Map<UUID, Page<DisputeComment>> comments(Collection<UUID> disputes, boolean internal, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String all = " from dispute_comment m where m.tenant_id = :tenant and m.dispute_id = any(:ids)"
                + (internal ? "" : " and not m.internal");
        Statement statement = sql.of("select f.* from unnest(:ids) x (id) cross join lateral (select m.*" + all
                        + " and m.dispute_id = x.id"
                        + (after.isPresent() ? " and (m.written_at, m.id) > (:after_time, :after_id)" : "")
                        + " order by m.written_at, m.id limit :fetch) f")
                .bind("fetch", paging.fetch())
                .uuids("ids", disputes);
        bindAfter(statement, after);
        Map<UUID, List<DisputeComment>> found = statement.group(row -> row.uuid("dispute_id"), DisputeReads::comment);
        Map<UUID, Integer> counts = paging.counted()
                ? sql.of("select m.dispute_id, count(*) as count" + all + " group by m.dispute_id")
                        .uuids("ids", disputes)
                        .map(row -> row.uuid("dispute_id"), row -> row.integer("count"))
                : Map.of();
        return Page.ofEach(disputes, found, paging, comment -> Cursor.of(comment.writtenAt(), comment.id()), counts);
    }

    /** How much of each of the receivables is disputed today; of which nothing is, is left out. */
    public Map<UUID, BigDecimal> disputedOf(Collection<UUID> receivables) {
        return sums(
                "select s.receivable_id, sum(s.disputed) as amount from disputed_share(:tenant, cast(:today as date), 'SCHEDULE') s"
                        + " where s.receivable_id = any(:ids) group by s.receivable_id",
                receivables);
    }

    /** How much of each of the receivables its customer may be reminded of today; of which nothing is, is left out. */
    public Map<UUID, BigDecimal> dunnableOf(Collection<UUID> receivables) {
        return sums(
                "select s.receivable_id, sum(s.amount) as amount from dunning_share(:tenant, cast(:today as date)) s"
                        + " where s.receivable_id = any(:ids) group by s.receivable_id",
                receivables);
    }

    private Map<UUID, BigDecimal> sums(String text, Collection<UUID> receivables) {
        return sql.of(text)
                .bind("today", dates.today())
                .uuids("ids", receivables)
                .map(row -> row.uuid("receivable_id"), row -> row.number("amount"));
    }

    private static DisputeComment comment(Row row) {
        return new DisputeComment(
                row.text("text"),
                row.flag("internal"),
                row.instant("written_at"),
                row.uuid("id"),
                row.uuid("written_by"));
    }

    private static Dispute dispute(Row row) {
        String currency = row.text("currency");
        BigDecimal accepted = row.number("accepted");
        return new Dispute(
                NodeId.of(NodeKind.DISPUTE, row.uuid("id")),
                row.integer("version"),
                row.text("number"),
                row.constant(DisputeStatus.class, "status"),
                Money.of(row.number("amount"), currency),
                row.constant(DisputeReason.class, "reason"),
                row.constant(DisputeDepartment.class, "department"),
                row.date("deadline"),
                row.text("description"),
                row.instant("raised_at"),
                row.instant("decided_at"),
                row.text("answer"),
                accepted == null ? null : Money.of(accepted, currency).amount(),
                row.uuid("customer_id"),
                row.uuid("receivable_id"),
                row.uuid("raised_by"),
                row.uuid("decided_by"),
                row.uuid("credit_note_id"));
    }
}
