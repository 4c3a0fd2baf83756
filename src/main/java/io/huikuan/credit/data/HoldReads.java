package io.huikuan.credit.data;

import io.huikuan.credit.CreditHold;
import io.huikuan.credit.CreditHoldCause;
import io.huikuan.credit.CreditHoldFilter;
import io.huikuan.credit.CreditHoldRelease;
import io.huikuan.credit.CreditHoldScope;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads holds and their releases, the newest first. Only of customers that the actor may see. */
@ApplicationScoped
public class HoldReads {

    private static final UUID NO_ONE = new UUID(0, 0);

    private static final String LIVE =
            "exists (select from live_hold(:tenant, cast(:today as date)) v where v.hold_id = h.id)";

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    HoldReads(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /** Those of the ids that the actor may see. */
    public Map<UUID, CreditHold> byIds(Collection<UUID> ids) {
        return sql.of("select h.*, " + LIVE + " as live" + fromVisible() + " and h.id = any(:ids)")
                .uuids("ids", ids)
                .bind("today", dates.today())
                .map(row -> row.uuid("id"), HoldReads::hold);
    }

    /** A page of all that match. */
    public Page<CreditHold> page(CreditHoldFilter filter, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String matching = fromVisible()
                + (filter.customerId() == null ? "" : " and h.customer_id = :customer")
                + (filter.live() == null ? "" : " and " + LIVE + " = :live");
        Statement statement = bind(
                        sql.of("select h.*, " + LIVE + " as live" + matching
                                + (after.isPresent() ? " and (h.placed_at, h.id) < (:after_time, :after_id)" : "")
                                + " order by h.placed_at desc, h.id desc limit :fetch"),
                        filter)
                .bind("today", dates.today())
                .bind("fetch", paging.fetch());
        after.ifPresent(
                cursor -> statement.bind("after_time", cursor.instant(0)).bind("after_id", cursor.uuid(1)));
        int total = paging.counted()
                ? bind(sql.of("select count(*) as count" + matching), filter)
                        .bind("today", dates.today())
                        .one(row -> row.integer("count"))
                : 0;
        return Page.of(
                statement.list(HoldReads::hold), paging, found -> Cursor.of(found.placedAt(), found.uuid()), total);
    }

    private String fromVisible() {
        return " from credit_hold h join customer c on c.tenant_id = :tenant and c.id = h.customer_id"
                + " where h.tenant_id = :tenant and " + Visibility.of(actor.get(), "c");
    }

    private static Statement bind(Statement statement, CreditHoldFilter filter) {
        if (filter.customerId() != null) {
            statement.bind(
                    "customer",
                    NodeId.uuid(NodeKind.CUSTOMER, filter.customerId()).orElse(NO_ONE));
        }
        return filter.live() == null ? statement : statement.bind("live", filter.live());
    }

    /** The releases of each of the holds, which the actor is known to see, the newest first. */
    public Map<UUID, List<CreditHoldRelease>> releases(Collection<UUID> holds) {
        return sql.of("""
                select r.* from credit_hold_release r where r.tenant_id = :tenant and r.hold_id = any(:holds)
                order by r.hold_id, r.released_at desc, r.id desc""")
                .uuids("holds", holds)
                .group(
                        row -> row.uuid("hold_id"),
                        row -> new CreditHoldRelease(
                                row.flag("by_payment"),
                                row.text("reason"),
                                row.date("from_date"),
                                row.date("until_date"),
                                row.instant("released_at"),
                                row.date("ended_on"),
                                row.uuid("released_by")));
    }

    private static CreditHold hold(Row row) {
        return new CreditHold(
                NodeId.of(NodeKind.CREDIT_HOLD, row.uuid("id")),
                row.integer("version"),
                row.constant(CreditHoldScope.class, "scope"),
                row.constant(CreditHoldCause.class, "cause"),
                row.text("reason"),
                row.date("from_date"),
                row.date("until_date"),
                row.flag("on_payment"),
                row.flag("live"),
                row.instant("placed_at"),
                row.uuid("customer_id"),
                row.uuid("placed_by"));
    }
}
