package io.huikuan.strategy.data;

import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.strategy.Strategy;
import io.huikuan.strategy.StrategyStatus;
import io.huikuan.strategy.StrategyVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads strategies and their versions, the newest first. */
@ApplicationScoped
public class StrategyReads {

    private static final String NEWEST_FIRST = " order by s.created_at desc, s.id desc";

    private final Sql sql;
    private final CurrentActor actor;

    StrategyReads(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /** The condition under which the actor, one who leads, sees the strategy {@code s}. */
    static String visible(Actor actor) {
        if (actor.seesAllCustomers()) {
            return "true";
        }
        return actor.is(Role.MANAGER) ? "(s.region is null or s.region = :actor_region)" : "false";
    }

    static List<DebtorClass> classes(List<String> names) {
        return names.stream().map(DebtorClass::valueOf).toList();
    }

    /** The strategy, if the actor sees it. */
    public Optional<Strategy> find(UUID id) {
        return sql.of("select s.* from strategy s where s.tenant_id = :tenant and s.id = :id and "
                        + visible(actor.get()))
                .bind("id", id)
                .first(StrategyReads::strategy);
    }

    /** These strategies. */
    public Map<UUID, Strategy> byIds(Collection<UUID> ids) {
        return sql.of("select s.* from strategy s where s.tenant_id = :tenant and s.id = any(:ids)")
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), StrategyReads::strategy);
    }

    /** A page of those that the actor sees; ended ones too, or not. */
    public Page<Strategy> page(boolean endedToo, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String matching = " from strategy s where s.tenant_id = :tenant and " + visible(actor.get())
                + (endedToo ? "" : " and s.ended_at is null");
        Statement statement = sql.of("select s.*" + matching
                        + (after.isPresent() ? " and (s.created_at, s.id) < (:after_time, :after_id)" : "")
                        + NEWEST_FIRST + " limit :fetch")
                .bind("fetch", paging.fetch());
        after.ifPresent(
                cursor -> statement.bind("after_time", cursor.instant(0)).bind("after_id", cursor.uuid(1)));
        int total =
                paging.counted() ? sql.of("select count(*) as count" + matching).one(row -> row.integer("count")) : 0;
        return Page.of(
                statement.list(StrategyReads::strategy),
                paging,
                found -> Cursor.of(found.createdAt(), found.uuid()),
                total);
    }

    /** The strategy that each of the customers follows; none where it follows none. */
    public Map<UUID, Strategy> followedBy(Collection<UUID> customers) {
        return sql.of("""
                select f.customer_id, s.* from followed_strategy(:tenant, null, null) f
                join strategy s on s.tenant_id = :tenant and s.id = f.strategy_id
                where f.customer_id = any(:customers)""").uuids("customers", customers).map(row -> row.uuid("customer_id"), StrategyReads::strategy);
    }

    /** A page of each strategy's versions; the active one alone for who does not lead. */
    public Map<UUID, Page<StrategyVersion>> versions(Collection<UUID> strategies, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(1);
        Statement statement = sql.of("select v.* from unnest(:strategies) as s (id) cross join lateral ("
                        + "select v.* from strategy_version v where v.tenant_id = :tenant and v.strategy_id = s.id and "
                        + shown()
                        + (after.isPresent() ? " and v.number < cast(:after as int)" : "")
                        + " order by v.number desc limit :fetch) v order by v.number desc")
                .uuids("strategies", strategies)
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement.bind("after", cursor.decimal(0)));
        Map<UUID, List<StrategyVersion>> found =
                statement.group(row -> row.uuid("strategy_id"), StrategyReads::version);
        Map<UUID, Integer> totals = paging.counted() ? totals(strategies) : Map.of();
        return Page.ofEach(strategies, found, paging, version -> Cursor.of(version.number()), totals);
    }

    private Map<UUID, Integer> totals(Collection<UUID> strategies) {
        return sql.of("select v.strategy_id, count(*) as count from strategy_version v"
                        + " where v.tenant_id = :tenant and v.strategy_id = any(:strategies) and " + shown()
                        + " group by v.strategy_id")
                .uuids("strategies", strategies)
                .map(row -> row.uuid("strategy_id"), row -> row.integer("count"));
    }

    /** The condition under which the actor is shown the version {@code v}: whoever follows a strategy sees what is done, and not what is thought of. */
    private String shown() {
        return "(v.status = 'ACTIVE' or exists (select from strategy s"
                + " where s.tenant_id = :tenant and s.id = v.strategy_id and " + visible(actor.get()) + "))";
    }

    /** The version of each strategy that has the status, if the actor is shown it; at most one is ACTIVE, and one DRAFT. */
    public Map<UUID, StrategyVersion> only(Collection<UUID> strategies, StrategyStatus status) {
        return sql.of(
                        "select v.* from strategy_version v where v.tenant_id = :tenant and v.strategy_id = any(:strategies)"
                                + " and v.status = :status and " + shown() + " order by v.number")
                .uuids("strategies", strategies)
                .bind("status", status)
                .map(row -> row.uuid("strategy_id"), StrategyReads::version);
    }

    private static Strategy strategy(Row row) {
        return new Strategy(
                NodeId.of(NodeKind.STRATEGY, row.uuid("id")),
                row.integer("version"),
                row.text("name"),
                classes(row.texts("classes")),
                row.text("region"),
                row.instant("created_at"),
                row.instant("ended_at"),
                row.uuid("created_by"),
                row.uuid("ended_by"));
    }

    private static StrategyVersion version(Row row) {
        return new StrategyVersion(
                row.integer("number"),
                row.constant(StrategyStatus.class, "status"),
                row.integer("quiet_days"),
                row.instant("drafted_at"),
                row.instant("activated_at"),
                row.instant("retired_at"),
                row.uuid("strategy_id"),
                row.uuid("drafted_by"),
                row.uuid("activated_by"),
                row.uuid("retired_by"));
    }
}
