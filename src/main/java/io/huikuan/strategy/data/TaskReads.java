package io.huikuan.strategy.data;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.strategy.CollectionTask;
import io.huikuan.strategy.CollectionTaskFilter;
import io.huikuan.strategy.StrategyChannel;
import io.huikuan.strategy.TaskReason;
import io.huikuan.strategy.TaskStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what strategies do, what is to be done first in front. Only of customers that the actor may see. */
@ApplicationScoped
public class TaskReads {

    private static final UUID NO_ONE = new UUID(0, 0);

    /** Whose a task is: whom it was given to, or whom the step names, while he sees the customer; else its owner's, but a manager's task is no single person's. */
    private static final String FROM = """
             from strategy_action a
            join strategy_step s on s.tenant_id = :tenant and s.strategy_id = a.strategy_id and s.number = a.number and s.position = a.position
            join customer c on c.tenant_id = :tenant and c.id = a.customer_id
            left join app_user w on w.tenant_id = :tenant and w.id = coalesce(a.assigned_to, s.assignee_id)
            cross join lateral (
                select case when sees_customer(w.active, w.roles, w.region, w.id, c.owner_id, c.region) then w.id
                    when s.assignee is not null and s.assignee <> 'MANAGER' then c.owner_id end as assignee) x
            where a.tenant_id = :tenant and\s""";

    private static final String COLUMNS = "select a.*, x.assignee";
    private static final String IN_ORDER = " order by a.due_on, a.id";

    private final Sql sql;
    private final CurrentActor actor;

    TaskReads(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /** Those of the ids that the actor may see. */
    public Map<UUID, CollectionTask> byIds(Collection<UUID> ids) {
        return sql.of(COLUMNS + FROM + Visibility.of(actor.get(), "c") + " and a.id = any(:ids)")
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), TaskReads::task);
    }

    /** A page of all that match. */
    public Page<CollectionTask> page(CollectionTaskFilter filter, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String matching = FROM + Visibility.of(actor.get(), "c") + matching(filter);
        Statement statement = bind(
                        sql.of(COLUMNS + matching
                                + (after.isPresent() ? " and (a.due_on, a.id) > (:after_day, :after_id)" : "")
                                + IN_ORDER + " limit :fetch"),
                        filter)
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement.bind("after_day", cursor.date(0)).bind("after_id", cursor.uuid(1)));
        int total = paging.counted()
                ? bind(sql.of("select count(*) as count" + matching), filter).one(row -> row.integer("count"))
                : 0;
        return Page.of(statement.list(TaskReads::task), paging, TaskReads::place, total);
    }

    private static Cursor place(CollectionTask task) {
        return Cursor.of(task.dueOn(), task.uuid());
    }

    private String matching(CollectionTaskFilter filter) {
        String nobodys = actor.get().is(Role.MANAGER) ? " or x.assignee is null" : "";
        return " and a.channel = any(:channels)"
                + (filter.customerId() == null ? "" : " and a.customer_id = :customer")
                + (isEmpty(filter.status()) ? "" : " and a.status = any(:statuses)")
                + (isLiving(filter.status()) ? " and a.ended_at is null" : "")
                + (Boolean.TRUE.equals(filter.mine()) ? " and (x.assignee = :actor_user" + nobodys + ")" : "")
                + (filter.dueTo() == null ? "" : " and a.due_on <= :dueTo");
    }

    /** Then those at an end, of which there are ever more, need not be looked through. */
    private static boolean isLiving(List<TaskStatus> statusOrNull) {
        return !isEmpty(statusOrNull) && TaskStatus.LIVING.containsAll(statusOrNull);
    }

    private static boolean isEmpty(List<?> listOrNull) {
        return listOrNull == null || listOrNull.isEmpty();
    }

    private static Statement bind(Statement statement, CollectionTaskFilter filter) {
        statement.names("channels", isEmpty(filter.channel()) ? StrategyChannel.TASKS : filter.channel());
        if (filter.customerId() != null) {
            statement.bind(
                    "customer",
                    NodeId.uuid(NodeKind.CUSTOMER, filter.customerId()).orElse(NO_ONE));
        }
        if (!isEmpty(filter.status())) {
            statement.names("statuses", filter.status());
        }
        return filter.dueTo() == null ? statement : statement.bind("dueTo", filter.dueTo());
    }

    /** A page of each customer's tasks and letters of these statuses, or of all where there is none; the newest first. */
    public Map<UUID, Page<CollectionTask>> pages(
            Collection<UUID> customers, Collection<TaskStatus> statuses, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String of = statuses.isEmpty() ? "" : " and n.status = any(:statuses)";
        Statement statement = sql.of(COLUMNS + FROM + Visibility.of(actor.get(), "c")
                        + " and a.id in (select n.id from unnest(:customers) as k (id) cross join lateral ("
                        + "select n.id from strategy_action n where n.tenant_id = :tenant and n.customer_id = k.id" + of
                        + (after.isPresent() ? " and (n.made_at, n.id) < (:after_time, :after_id)" : "")
                        + " order by n.made_at desc, n.id desc limit :fetch) n) order by a.made_at desc, a.id desc")
                .uuids("customers", customers)
                .names("statuses", statuses)
                .bind("fetch", paging.fetch());
        after.ifPresent(
                cursor -> statement.bind("after_time", cursor.instant(0)).bind("after_id", cursor.uuid(1)));
        Map<UUID, List<CollectionTask>> found = statement.group(row -> row.uuid("customer_id"), TaskReads::task);
        Map<UUID, Integer> totals = paging.counted() ? totals(customers, statuses) : Map.of();
        return Page.ofEach(customers, found, paging, task -> Cursor.of(task.madeAt(), task.uuid()), totals);
    }

    private Map<UUID, Integer> totals(Collection<UUID> customers, Collection<TaskStatus> statuses) {
        return sql.of("select n.customer_id, count(*) as count from strategy_action n"
                        + " where n.tenant_id = :tenant and n.customer_id = any(:customers)"
                        + (statuses.isEmpty() ? "" : " and n.status = any(:statuses)") + " group by n.customer_id")
                .uuids("customers", customers)
                .names("statuses", statuses)
                .map(row -> row.uuid("customer_id"), row -> row.integer("count"));
    }

    /** Somebody at a customer. */
    public record Person(UUID id, String name) {}

    /** Whom to speak to at each of the customers: who has the say before others, a person with a telephone before one without; none where nobody is known. */
    public Map<UUID, Person> persons(Collection<UUID> customers) {
        return sql.of("""
                select distinct on (p.customer_id) p.customer_id, p.id, p.name from contact_person p
                where p.tenant_id = :tenant and p.customer_id = any(:customers) and p.erased_at is null
                    and p.decision_role is distinct from 'BLOCKS'
                order by p.customer_id, p.phone is null, array_position(array['DECIDES', 'PROCESSES', 'INFLUENCES'], p.decision_role) nulls last,
                    p.influence desc nulls last, p.id""")
                .uuids("customers", customers)
                .map(row -> row.uuid("customer_id"), row -> new Person(row.uuid("id"), row.text("name")));
    }

    private static CollectionTask task(Row row) {
        return new CollectionTask(
                NodeId.of(NodeKind.COLLECTION_TASK, row.uuid("id")),
                row.integer("version"),
                row.constant(StrategyChannel.class, "channel"),
                row.constant(TaskStatus.class, "status"),
                row.constant(TaskReason.class, "reason"),
                row.date("oldest_due"),
                row.date("planned_on"),
                row.date("due_on"),
                row.instant("due_at"),
                row.instant("made_at"),
                row.instant("ended_at"),
                row.integers("passed_over"),
                row.uuid("customer_id"),
                row.uuid("strategy_id"),
                row.integer("number"),
                row.integer("position"),
                row.uuid("assignee"),
                row.uuid("contact_record_id"),
                row.uuid("letter_id"),
                row.uuid("ended_by"));
    }
}
