package io.huikuan.ledger.data;

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
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.ReceivableFilter;
import io.huikuan.ledger.ReceivableKind;
import io.huikuan.ledger.Settlement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads receivables with what the ledger says of them today, in the order of their due dates. Only what the actor may see. */
@ApplicationScoped
public class ReceivableReads {

    /** What is open of receivables, and how late its oldest part is; the condition is on the open shares {@code x}. */
    private static final String OPEN = """
            (
                select x.receivable_id, sum(x.open) as balance, greatest(max(cast(:today as date) - x.due_date), 0) as late
                from open_share(:tenant, cast(:today as date), 'SCHEDULE') x where %s group by x.receivable_id) o
            """;

    private static final String OPEN_OF_EACH =
            "left join lateral " + OPEN.formatted("x.receivable_id = r.id") + " on true ";

    /** By rule 12. */
    private static final String SETTLEMENT = """
            cross join lateral (
                select case
                    when o.balance > 0 then case when o.balance = r.amount then 'OPEN' else 'PARTIAL' end
                    when r.kind = 'CREDIT_NOTE' then 'SETTLED'
                    else (
                        select case
                            when bool_or(e.kind = 'WRITTEN_OFF') then 'WRITTEN_OFF'
                            when bool_and(e.kind = 'CREDITED') then 'VOID'
                            else 'SETTLED' end
                        from entry e
                        where e.tenant_id = :tenant and e.receivable_id = r.id and e.undoes_id is null
                            and not exists (select from entry u where u.tenant_id = :tenant and u.undoes_id = e.id))
                    end as settlement) t
            """;

    private static final String VISIBLE =
            " from receivable r join customer c on c.tenant_id = :tenant and c.id = r.customer_id ";

    private static final String COLUMNS = """
            select r.id, r.customer_id, r.number, r.kind, r.issue_date, r.due_date, r.currency, r.amount, r.reference,
                coalesce(o.balance, 0) as balance, coalesce(o.late, 0) as late, t.settlement""";

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    ReceivableReads(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** Those of the ids that the actor may see. */
    public Map<UUID, Receivable> byIds(Collection<UUID> ids) {
        return visible("r.id = any(:ids)").uuids("ids", ids).map(row -> row.uuid("id"), ReceivableReads::receivable);
    }

    /** The one with this number. */
    public Optional<Receivable> byNumber(String number) {
        return visible("r.number = :number").bind("number", number).first(ReceivableReads::receivable);
    }

    private Statement visible(String which) {
        return sql.of(COLUMNS + VISIBLE + OPEN_OF_EACH + SETTLEMENT + " where r.tenant_id = :tenant and " + which
                        + " and " + Visibility.of(actor.get(), "c"))
                .bind("today", dates.today());
    }

    /** The numbers of these, which the actor is known to see. */
    public Map<UUID, String> numbers(Collection<UUID> ids) {
        return sql.of("select id, number from receivable where tenant_id = :tenant and id = any(:ids)")
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), row -> row.text("number"));
    }

    /** A page of all that match. */
    public Page<Receivable> page(ReceivableFilter filter, Paging paging) {
        String matching = VISIBLE + OPEN_OF_EACH + SETTLEMENT + " where r.tenant_id = :tenant and "
                + Visibility.of(actor.get(), "c") + (isOfOpen(filter) ? OPEN_ONLY : "") + conditions(filter);
        List<Receivable> rows = bind(
                        sql.of(COLUMNS + matching + after(paging) + " order by r.due_date, r.id limit :fetch"),
                        filter,
                        paging)
                .bind("fetch", paging.fetch())
                .list(ReceivableReads::receivable);
        int total = paging.counted()
                ? bind(sql.of("select count(*) as count" + matching), filter, null)
                        .one(row -> row.integer("count"))
                : 0;
        return Page.of(rows, paging, ReceivableReads::cursor, total);
    }

    /** A page for each of the customers, which the actor is known to see. */
    public Map<UUID, Page<Receivable>> pages(Collection<UUID> customers, ReceivableFilter filter, Paging paging) {
        String matching = ofCustomer(filter) + conditions(filter);
        Map<UUID, List<Receivable>> rows = bind(
                        sql.of("select n.* from unnest(:customers) w (customer_id) cross join lateral (" + COLUMNS
                                + matching + after(paging) + " order by r.due_date, r.id limit :fetch) n"),
                        filter,
                        paging)
                .bind("fetch", paging.fetch())
                .uuids("customers", customers)
                .group(row -> row.uuid("customer_id"), ReceivableReads::receivable);
        Map<UUID, Integer> totals = paging.counted()
                ? bind(
                                sql.of("select w.customer_id, n.count from unnest(:customers) w (customer_id)"
                                        + " cross join lateral (select count(*) as count" + matching + ") n"),
                                filter,
                                null)
                        .uuids("customers", customers)
                        .map(row -> row.uuid("customer_id"), row -> row.integer("count"))
                : Map.of();
        return Page.ofEach(customers, rows, paging, ReceivableReads::cursor, totals);
    }

    /** The receivables of the customer {@code w}. What is open is found by its open shares, without a look at what was paid. */
    private static String ofCustomer(ReceivableFilter filter) {
        return isOfOpen(filter)
                ? " from " + OPEN.formatted("x.customer_id = w.customer_id")
                        + " join receivable r on r.tenant_id = :tenant and r.id = o.receivable_id " + SETTLEMENT
                        + " where true"
                : " from receivable r " + OPEN_OF_EACH + SETTLEMENT
                        + " where r.tenant_id = :tenant and r.customer_id = w.customer_id";
    }

    private static boolean isOfOpen(ReceivableFilter filter) {
        return Boolean.TRUE.equals(filter.openOnly()) || Boolean.TRUE.equals(filter.overdueOnly());
    }

    private static final String OPEN_ONLY =
            " and r.id in (select s.receivable_id from share s where s.tenant_id = :tenant and s.open > 0) and o.balance > 0";

    private static String after(Paging paging) {
        return paging.after() == null ? "" : " and (r.due_date, r.id) > (:after_date, :after_id)";
    }

    private static String conditions(ReceivableFilter filter) {
        List<String> all = new ArrayList<>();
        if (filter.customerId() != null) {
            all.add("r.customer_id = :customer");
        }
        if (Boolean.TRUE.equals(filter.overdueOnly())) {
            all.add("o.late > 0");
        }
        if (filter.dueFrom() != null) {
            all.add("r.due_date >= :due_from");
        }
        if (filter.dueTo() != null) {
            all.add("r.due_date <= :due_to");
        }
        if (filter.settlement() != null) {
            all.add("t.settlement = any(:settlements)");
        }
        if (filter.currency() != null) {
            all.add("r.currency = :currency");
        }
        return all.isEmpty() ? "" : " and " + String.join(" and ", all);
    }

    private Statement bind(Statement statement, ReceivableFilter filter, Paging pagingOrNull) {
        statement.bind("today", dates.today());
        if (filter.customerId() != null) {
            statement.bind(
                    "customer",
                    NodeId.uuid(NodeKind.CUSTOMER, filter.customerId()).orElse(NO_ONE));
        }
        if (filter.settlement() != null) {
            statement.names("settlements", filter.settlement());
        }
        Optional.ofNullable(pagingOrNull)
                .flatMap(paging -> paging.afterCursor(2))
                .ifPresent(
                        cursor -> statement.bind("after_date", cursor.date(0)).bind("after_id", cursor.uuid(1)));
        return statement
                .bind("due_from", filter.dueFrom())
                .bind("due_to", filter.dueTo())
                .bind("currency", filter.currency());
    }

    private static final UUID NO_ONE = new UUID(0, 0);

    private static Cursor cursor(Receivable receivable) {
        return Cursor.of(receivable.dueDate(), NodeId.uuidOf(receivable.id()));
    }

    private static Receivable receivable(Row row) {
        String currency = row.text("currency");
        return new Receivable(
                NodeId.of(NodeKind.RECEIVABLE, row.uuid("id")),
                row.text("number"),
                row.constant(ReceivableKind.class, "kind"),
                row.date("issue_date"),
                row.date("due_date"),
                Money.of(row.number("amount"), currency),
                Money.of(row.number("balance"), currency),
                row.constant(Settlement.class, "settlement"),
                row.integer("late"),
                row.text("reference"),
                row.uuid("customer_id"));
    }
}
