package io.huikuan.announcement.data;

import io.huikuan.announcement.PaymentAnnouncement;
import io.huikuan.announcement.PaymentAnnouncementFilter;
import io.huikuan.announcement.PaymentAnnouncementStatus;
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
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads announced payments, the newest first. Only of customers that the actor may see. */
@ApplicationScoped
public class AnnouncementReads {

    private static final UUID NO_ONE = new UUID(0, 0);

    private final Sql sql;
    private final CurrentActor actor;

    AnnouncementReads(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /** Those of the ids that the actor may see. */
    public Map<UUID, PaymentAnnouncement> byIds(Collection<UUID> ids) {
        return sql.of("select a.*" + fromVisible() + " and a.id = any(:ids)")
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), AnnouncementReads::announcement);
    }

    /** A page of all that match. */
    public Page<PaymentAnnouncement> page(PaymentAnnouncementFilter filter, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String matching = fromVisible()
                + (filter.customerId() == null ? "" : " and a.customer_id = :customer")
                + (filter.status() == null ? "" : " and a.status = any(:statuses)");
        Statement statement = bind(
                        sql.of("select a.*" + matching
                                + (after.isPresent() ? " and (a.announced_at, a.id) < (:after_time, :after_id)" : "")
                                + " order by a.announced_at desc, a.id desc limit :fetch"),
                        filter)
                .bind("fetch", paging.fetch());
        after.ifPresent(
                cursor -> statement.bind("after_time", cursor.instant(0)).bind("after_id", cursor.uuid(1)));
        int total = paging.counted()
                ? bind(sql.of("select count(*) as count" + matching), filter).one(row -> row.integer("count"))
                : 0;
        return Page.of(
                statement.list(AnnouncementReads::announcement),
                paging,
                found -> Cursor.of(found.announcedAt(), found.uuid()),
                total);
    }

    private String fromVisible() {
        return " from payment_announcement a join customer c on c.tenant_id = :tenant and c.id = a.customer_id"
                + " where a.tenant_id = :tenant and " + Visibility.of(actor.get(), "c");
    }

    private static Statement bind(Statement statement, PaymentAnnouncementFilter filter) {
        if (filter.customerId() != null) {
            statement.bind(
                    "customer",
                    NodeId.uuid(NodeKind.CUSTOMER, filter.customerId()).orElse(NO_ONE));
        }
        if (filter.status() != null) {
            statement.names("statuses", filter.status());
        }
        return statement;
    }

    /** What each of the announcements is for, which the actor is known to see: ids of receivables, in the order of their numbers. */
    public Map<UUID, List<UUID>> receivablesOf(Collection<UUID> announcements) {
        return sql.of("""
                select x.announcement_id, x.receivable_id from payment_announcement_receivable x
                join receivable r on r.tenant_id = :tenant and r.id = x.receivable_id
                where x.tenant_id = :tenant and x.announcement_id = any(:ids)
                order by x.announcement_id, r.number""")
                .uuids("ids", announcements)
                .group(row -> row.uuid("announcement_id"), row -> row.uuid("receivable_id"));
    }

    private static PaymentAnnouncement announcement(Row row) {
        return new PaymentAnnouncement(
                NodeId.of(NodeKind.PAYMENT_ANNOUNCEMENT, row.uuid("id")),
                Money.of(row.number("amount"), row.text("currency")),
                row.date("paid_on"),
                row.text("reference"),
                row.constant(PaymentAnnouncementStatus.class, "status"),
                row.instant("announced_at"),
                row.instant("decided_at"),
                row.text("reason"),
                row.uuid("customer_id"),
                row.uuid("payment_id"),
                row.uuid("announced_by"),
                row.uuid("decided_by"));
    }
}
