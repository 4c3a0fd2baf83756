package io.huikuan.concession.data;

import io.huikuan.concession.Concession;
import io.huikuan.concession.ConcessionFilter;
import io.huikuan.concession.ConcessionKind;
import io.huikuan.concession.ConcessionOffer;
import io.huikuan.concession.ConcessionStatus;
import io.huikuan.concession.ConcessionStep;
import io.huikuan.concession.ConcessionStepState;
import io.huikuan.concession.ConcessionTerm;
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
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads concessions, the newest first, and how their steps stand today. Only of customers that the actor may see. */
@ApplicationScoped
public class ConcessionReads {

    private static final UUID NO_ONE = new UUID(0, 0);

    private static final String AFTER = " and (k.recorded_at, k.id) < (:after_time, :after_id)";

    private static final String NEWEST_FIRST = " order by k.recorded_at desc, k.id desc";

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    ConcessionReads(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /** Those of the ids that the actor may see. */
    public Map<UUID, Concession> byIds(Collection<UUID> ids) {
        return sql.of("select k.*" + fromVisible() + " and k.id = any(:ids)")
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), ConcessionReads::concession);
    }

    /** A page of all that match; where only what is shown is wanted, those of which something was offered or granted. */
    public Page<Concession> page(ConcessionFilter filter, boolean shown, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String matching =
                fromVisible() + matching(filter) + (shown ? " and (k.rounds > 0 or k.granted_on is not null)" : "");
        Statement statement = bind(
                        sql.of("select k.*" + matching + (after.isPresent() ? AFTER : "") + NEWEST_FIRST
                                + " limit :fetch"),
                        filter)
                .bind("fetch", paging.fetch());
        bindAfter(statement, after);
        int total = paging.counted()
                ? bind(sql.of("select count(*) as count" + matching), filter).one(row -> row.integer("count"))
                : 0;
        return Page.of(statement.list(ConcessionReads::concession), paging, ConcessionReads::cursor, total);
    }

    private String fromVisible() {
        return " from concession k join customer c on c.tenant_id = :tenant and c.id = k.customer_id where k.tenant_id = :tenant and "
                + Visibility.of(actor.get(), "c");
    }

    private static String matching(ConcessionFilter filter) {
        return (filter.customerId() == null ? "" : " and k.customer_id = :customer")
                + (filter.status() == null ? "" : " and k.status = any(:statuses)")
                + (filter.state() == null ? "" : " and " + aStep("st.state = any(:states)"))
                + (filter.unpaid() == null
                        ? ""
                        : " and " + aStep("st.state = 'FULFILLED' and st.paid < st.due") + " = :unpaid");
    }

    private static String aStep(String which) {
        return "exists (select from concession_standing(:tenant, cast(:today as date)) st where st.concession_id = k.id and "
                + which + ")";
    }

    private Statement bind(Statement statement, ConcessionFilter filter) {
        statement.bind("today", dates.today()).bind("unpaid", filter.unpaid());
        if (filter.customerId() != null) {
            statement.bind(
                    "customer",
                    NodeId.uuid(NodeKind.CUSTOMER, filter.customerId()).orElse(NO_ONE));
        }
        if (filter.status() != null) {
            statement.names("statuses", filter.status());
        }
        return filter.state() == null ? statement : statement.names("states", filter.state());
    }

    private static void bindAfter(Statement statement, Optional<Cursor> after) {
        after.ifPresent(
                cursor -> statement.bind("after_time", cursor.instant(0)).bind("after_id", cursor.uuid(1)));
    }

    private static Cursor cursor(Concession found) {
        return Cursor.of(found.recordedAt(), found.uuid());
    }

    /** A page of each customer's concessions. */
    public Map<UUID, Page<Concession>> pages(Collection<UUID> customers, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        Statement statement = sql.of(
                        "select k.* from customer c cross join lateral (select k.* from concession k where k.tenant_id = :tenant and k.customer_id = c.id"
                                + (after.isPresent() ? AFTER : "") + NEWEST_FIRST
                                + " limit :fetch) k where c.tenant_id = :tenant and c.id = any(:customers) and "
                                + Visibility.of(actor.get(), "c") + NEWEST_FIRST)
                .uuids("customers", customers)
                .bind("fetch", paging.fetch());
        bindAfter(statement, after);
        Map<UUID, List<Concession>> found =
                statement.group(row -> row.uuid("customer_id"), ConcessionReads::concession);
        Map<UUID, Integer> totals = paging.counted()
                ? sql.of("""
                        select k.customer_id, count(*) as count from concession k
                        where k.tenant_id = :tenant and k.customer_id = any(:customers) group by k.customer_id""")
                        .uuids("customers", customers)
                        .map(row -> row.uuid("customer_id"), row -> row.integer("count"))
                : Map.of();
        return Page.ofEach(customers, found, paging, ConcessionReads::cursor, totals);
    }

    private record Offered(int round, Instant at, UUID by, ConcessionTerm term) {}

    /** What was offered for each of the concessions, which the actor is known to see, the latest round first. */
    public Map<UUID, List<ConcessionOffer>> offersOf(Collection<UUID> concessions) {
        Map<UUID, List<Offered>> rows = sql.of("""
                select o.* from concession_offer o
                where o.tenant_id = :tenant and o.concession_id = any(:ids)
                order by o.concession_id, o.round desc, o.step""")
                .uuids("ids", concessions)
                .group(
                        row -> row.uuid("concession_id"),
                        row -> new Offered(
                                row.integer("round"),
                                row.instant("offered_at"),
                                row.uuid("offered_by"),
                                term(row, row.text("currency"))));
        return rows.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, its -> rounds(its.getValue())));
    }

    private static List<ConcessionOffer> rounds(List<Offered> rows) {
        Map<Integer, List<Offered>> rounds =
                rows.stream().collect(Collectors.groupingBy(Offered::round, LinkedHashMap::new, Collectors.toList()));
        return rounds.values().stream()
                .map(round -> new ConcessionOffer(
                        round.get(0).round(),
                        round.get(0).at(),
                        round.stream().map(Offered::term).toList(),
                        round.get(0).by()))
                .toList();
    }

    /** What was granted of each of the concessions, which the actor is known to see, and how it stands today. */
    public Map<UUID, List<ConcessionStep>> stepsOf(Collection<UUID> concessions) {
        return sql.of("""
                select s.*, st.currency, st.due, st.paid, st.state
                from concession_step s
                cross join lateral (
                    select g.currency, g.due, g.paid, g.state from concession_standing(:tenant, cast(:today as date)) g
                    where g.concession_id = s.concession_id and g.step = s.step) st
                where s.tenant_id = :tenant and s.concession_id = any(:ids)
                order by s.concession_id, s.step""")
                .bind("today", dates.today())
                .uuids("ids", concessions)
                .group(row -> row.uuid("concession_id"), ConcessionReads::step);
    }

    private static ConcessionStep step(Row row) {
        String currency = row.text("currency");
        Money due = Money.of(row.number("due"), currency);
        Money paid = Money.of(row.number("paid"), currency);
        ConcessionStepState state = row.constant(ConcessionStepState.class, "state");
        return new ConcessionStep(
                row.integer("step"),
                term(row, currency),
                state,
                due,
                paid,
                state == ConcessionStepState.FULFILLED && paid.value().compareTo(due.value()) < 0,
                row.date("fulfilled_on"),
                row.text("fulfilment"),
                row.uuid("fulfilled_by"));
    }

    private static ConcessionTerm term(Row row, String currency) {
        return new ConcessionTerm(
                row.constant(ConcessionKind.class, "kind"),
                row.text("gives"),
                worth(row),
                Money.of(row.number("amount"), currency),
                row.date("pay_by"));
    }

    private static Money worth(Row row) {
        String currency = row.text("worth_currency");
        return currency == null ? null : Money.of(row.number("worth"), currency);
    }

    private static Concession concession(Row row) {
        return new Concession(
                NodeId.of(NodeKind.CONCESSION, row.uuid("id")),
                row.integer("version"),
                row.constant(ConcessionStatus.class, "status"),
                row.constant(ConcessionKind.class, "kind"),
                row.text("asked"),
                worth(row),
                row.date("asked_on"),
                row.date("granted_on"),
                row.date("ended_on"),
                row.text("note"),
                row.instant("recorded_at"),
                row.uuid("customer_id"),
                row.uuid("asked_by"),
                row.uuid("recorded_by"),
                row.uuid("decided_by"));
    }
}
