package io.huikuan.strategy.data;

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
import io.huikuan.strategy.DunningPause;
import io.huikuan.strategy.DunningPauseFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Pauses, the newest first: those of the whole tenant, and those of customers that the actor may see. */
@ApplicationScoped
public class PauseStore {

    private static final UUID NO_ONE = new UUID(0, 0);

    private static final String LIVE =
            "exists (select from live_pause(:tenant, cast(:today as date)) l where l.pause_id = p.id)";

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    PauseStore(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /** A pause from today on whose values are checked; without a customer of the whole tenant. */
    public record NewPause(UUID id, UUID customer, UUID receivable, String reason, LocalDate until) {}

    /** Writes it. */
    public void insert(NewPause pause) {
        sql.of("""
                insert into dunning_pause (tenant_id, id, version, customer_id, receivable_id, reason, from_date, until_date, paused_at, paused_by)
                values (:tenant, :id, 1, :customer, :receivable, :reason, :today, :until, :now, :by)""")
                .bind("id", pause.id())
                .bind("customer", pause.customer())
                .bind("receivable", pause.receivable())
                .bind("reason", pause.reason())
                .bind("today", dates.today())
                .bind("until", pause.until())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }

    /** Ends it today, unless somebody else has changed it since that version; whether it did. */
    public boolean end(UUID id, int version, String reason) {
        return sql.of("""
                        update dunning_pause set version = version + 1, ended_on = :today, ended_at = :now, ended_by = :by, end_reason = :reason
                        where tenant_id = :tenant and id = :id and version = :version and ended_on is null""")
                        .bind("today", dates.today())
                        .bind("now", dates.now())
                        .bind("by", actor.get().user().orElse(null))
                        .bind("reason", reason)
                        .bind("id", id)
                        .bind("version", version)
                        .update()
                == 1;
    }

    /** The pause, if the actor may see it. */
    public Optional<DunningPause> find(UUID id) {
        return sql.of("select p.*, " + LIVE + " as live" + fromVisible() + " and p.id = :id")
                .bind("today", dates.today())
                .bind("id", id)
                .first(PauseStore::pause);
    }

    /** A page of all that match. */
    public Page<DunningPause> page(DunningPauseFilter filter, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String matching = fromVisible()
                + (filter.customerId() == null ? "" : " and p.customer_id = :customer")
                + (filter.live() == null ? "" : " and " + LIVE + " = :live");
        Statement statement = bind(
                        sql.of("select p.*, " + LIVE + " as live" + matching
                                + (after.isPresent() ? " and (p.paused_at, p.id) < (:after_time, :after_id)" : "")
                                + " order by p.paused_at desc, p.id desc limit :fetch"),
                        filter)
                .bind("fetch", paging.fetch());
        after.ifPresent(
                cursor -> statement.bind("after_time", cursor.instant(0)).bind("after_id", cursor.uuid(1)));
        int total = paging.counted()
                ? bind(sql.of("select count(*) as count" + matching), filter).one(row -> row.integer("count"))
                : 0;
        return Page.of(
                statement.list(PauseStore::pause), paging, found -> Cursor.of(found.pausedAt(), found.uuid()), total);
    }

    private String fromVisible() {
        return " from dunning_pause p left join customer c on c.tenant_id = :tenant and c.id = p.customer_id"
                + " where p.tenant_id = :tenant and (p.customer_id is null or " + Visibility.of(actor.get(), "c") + ")";
    }

    private Statement bind(Statement statement, DunningPauseFilter filter) {
        statement.bind("today", dates.today());
        if (filter.customerId() != null) {
            statement.bind(
                    "customer",
                    NodeId.uuid(NodeKind.CUSTOMER, filter.customerId()).orElse(NO_ONE));
        }
        return filter.live() == null ? statement : statement.bind("live", filter.live());
    }

    /** The pauses that count today of each of the customers, which the actor is known to see, and of its receivables; the newest first. */
    public Map<UUID, List<DunningPause>> liveOf(Collection<UUID> customers) {
        return sql.of("""
                select p.*, true as live from live_pause(:tenant, cast(:today as date)) l
                join dunning_pause p on p.tenant_id = :tenant and p.id = l.pause_id
                where l.customer_id = any(:customers) order by p.paused_at desc, p.id desc""")
                .bind("today", dates.today())
                .uuids("customers", customers)
                .group(row -> row.uuid("customer_id"), PauseStore::pause);
    }

    /** Through which day each of the receivables is paused today, itself or with its customer or the whole tenant; those that are not are left out. */
    public Map<UUID, LocalDate> pausedThrough(Collection<UUID> receivables) {
        return sql.of("""
                select r.id, max(p.until_date) as until_date from receivable r
                join live_pause(:tenant, cast(:today as date)) l
                    on l.customer_id is null or l.customer_id = r.customer_id and (l.receivable_id is null or l.receivable_id = r.id)
                join dunning_pause p on p.tenant_id = :tenant and p.id = l.pause_id
                where r.tenant_id = :tenant and r.id = any(:ids) group by r.id""")
                .bind("today", dates.today())
                .uuids("ids", receivables)
                .map(row -> row.uuid("id"), row -> row.date("until_date"));
    }

    /** The receivables of these customers of which something may be dunned and which are paused today, each itself or with its customer or the whole tenant. */
    public Set<UUID> pausedOf(Collection<UUID> customers) {
        return Set.copyOf(sql.of("""
                select distinct d.receivable_id from unnest(:customers) k (id)
                cross join lateral (
                    select s.customer_id, s.receivable_id from dunning_share(:tenant, cast(:today as date)) s
                    where s.customer_id = k.id offset 0) d
                join live_pause(:tenant, cast(:today as date)) l
                    on l.customer_id is null or l.customer_id = d.customer_id and (l.receivable_id is null or l.receivable_id = d.receivable_id)
                where l.customer_id is null or l.customer_id = any(:customers)""")
                .bind("today", dates.today())
                .uuids("customers", customers)
                .list(row -> row.uuid("receivable_id")));
    }

    private static DunningPause pause(Row row) {
        return new DunningPause(
                NodeId.of(NodeKind.DUNNING_PAUSE, row.uuid("id")),
                row.integer("version"),
                row.text("reason"),
                row.date("from_date"),
                row.date("until_date"),
                row.flag("live"),
                row.instant("paused_at"),
                row.date("ended_on"),
                row.text("end_reason"),
                row.uuid("customer_id"),
                row.uuid("receivable_id"),
                row.uuid("paused_by"),
                row.uuid("ended_by"));
    }
}
