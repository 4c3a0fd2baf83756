package io.huikuan.payment.data;

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
import io.huikuan.payment.Payment;
import io.huikuan.payment.PaymentFilter;
import io.huikuan.payment.PaymentMethod;
import io.huikuan.payment.PaymentStatus;
import io.huikuan.payment.Reversal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads payments, the newest first. Only of customers that the actor may see. */
@ApplicationScoped
public class PaymentReads {

    private static final UUID NO_ONE = new UUID(0, 0);

    private static final String COLUMNS = """
            p.id, p.customer_id, p.number, p.currency, p.amount, p.received_on, p.method, p.reference, p.unapplied, p.reversed_on,
            v.reason, v.recorded_by""";

    private static final String REVERSAL = """
             left join lateral (
                select m.reason, m.recorded_by from payment_entry m
                where p.reversed_on is not null and m.tenant_id = :tenant and m.payment_id = p.id and m.kind = 'REVERSED') v on true
            """;

    private final Sql sql;
    private final CurrentActor actor;

    PaymentReads(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /** Those of the ids that the actor may see. */
    public Map<UUID, Payment> byIds(Collection<UUID> ids) {
        return visible("p.id = any(:ids)").uuids("ids", ids).map(row -> row.uuid("id"), PaymentReads::payment);
    }

    /** The one with this number. */
    public Optional<Payment> byNumber(String number) {
        return visible("p.number = :number").bind("number", number).first(PaymentReads::payment);
    }

    private Statement visible(String which) {
        return sql.of("select " + COLUMNS + fromVisible() + " and " + which);
    }

    private String fromVisible() {
        return " from payment p join customer c on c.tenant_id = :tenant and c.id = p.customer_id" + REVERSAL
                + " where p.tenant_id = :tenant and " + Visibility.of(actor.get(), "c");
    }

    /** A page of all that match. */
    public Page<Payment> page(PaymentFilter filter, Paging paging) {
        String matching = fromVisible() + conditions(filter);
        List<Payment> rows = bind(
                        sql.of("select " + COLUMNS + matching + after(paging)
                                + " order by p.received_on desc, p.id desc limit :fetch"),
                        filter,
                        paging)
                .bind("fetch", paging.fetch())
                .list(PaymentReads::payment);
        int total = paging.counted()
                ? bind(sql.of("select count(*) as count" + matching), filter, null)
                        .one(row -> row.integer("count"))
                : 0;
        return Page.of(rows, paging, PaymentReads::cursor, total);
    }

    /** A page for each of the customers, which the actor is known to see. */
    public Map<UUID, Page<Payment>> pages(Collection<UUID> customers, Paging paging) {
        Map<UUID, List<Payment>> rows = bind(
                        sql.of("select n.* from unnest(:customers) w (customer_id) cross join lateral (select "
                                + COLUMNS
                                + " from payment p" + REVERSAL
                                + " where p.tenant_id = :tenant and p.customer_id = w.customer_id" + after(paging)
                                + " order by p.received_on desc, p.id desc limit :fetch) n"),
                        PaymentFilter.ALL,
                        paging)
                .bind("fetch", paging.fetch())
                .uuids("customers", customers)
                .group(row -> row.uuid("customer_id"), PaymentReads::payment);
        Map<UUID, Integer> totals = paging.counted() ? totals(customers) : Map.of();
        return Page.ofEach(customers, rows, paging, PaymentReads::cursor, totals);
    }

    private Map<UUID, Integer> totals(Collection<UUID> customers) {
        return sql.of("""
                select p.customer_id, count(*) as count from payment p
                where p.tenant_id = :tenant and p.customer_id = any(:customers) group by p.customer_id""")
                .uuids("customers", customers)
                .map(row -> row.uuid("customer_id"), row -> row.integer("count"));
    }

    private static String after(Paging paging) {
        return paging.after() == null ? "" : " and (p.received_on, p.id) < (:after_date, :after_id)";
    }

    private static String conditions(PaymentFilter filter) {
        List<String> all = new ArrayList<>();
        if (filter.customerId() != null) {
            all.add("p.customer_id = :customer");
        }
        if (filter.receivedFrom() != null) {
            all.add("p.received_on >= :received_from");
        }
        if (filter.receivedTo() != null) {
            all.add("p.received_on <= :received_to");
        }
        if (filter.status() != null) {
            all.add("case when p.reversed_on is null then 'RECORDED' else 'REVERSED' end = any(:statuses)");
        }
        if (Boolean.TRUE.equals(filter.unappliedOnly())) {
            all.add("p.unapplied > 0");
        }
        if (filter.reference() != null) {
            all.add("p.reference = :reference");
        }
        return all.isEmpty() ? "" : " and " + String.join(" and ", all);
    }

    private static Statement bind(Statement statement, PaymentFilter filter, Paging pagingOrNull) {
        if (filter.customerId() != null) {
            statement.bind(
                    "customer",
                    NodeId.uuid(NodeKind.CUSTOMER, filter.customerId()).orElse(NO_ONE));
        }
        if (filter.status() != null) {
            statement.names("statuses", filter.status());
        }
        Optional.ofNullable(pagingOrNull)
                .flatMap(paging -> paging.afterCursor(2))
                .ifPresent(
                        cursor -> statement.bind("after_date", cursor.date(0)).bind("after_id", cursor.uuid(1)));
        return statement
                .bind("received_from", filter.receivedFrom())
                .bind("received_to", filter.receivedTo())
                .bind("reference", filter.reference());
    }

    private static Cursor cursor(Payment payment) {
        return Cursor.of(payment.receivedOn(), NodeId.uuidOf(payment.id()));
    }

    private static Payment payment(Row row) {
        String currency = row.text("currency");
        boolean reversed = row.date("reversed_on") != null;
        return new Payment(
                NodeId.of(NodeKind.PAYMENT, row.uuid("id")),
                row.text("number"),
                row.date("received_on"),
                Money.of(row.number("amount"), currency),
                Money.of(row.number("unapplied"), currency),
                row.constant(PaymentMethod.class, "method"),
                row.text("reference"),
                reversed ? PaymentStatus.REVERSED : PaymentStatus.RECORDED,
                reversed ? new Reversal(row.date("reversed_on"), row.text("reason"), row.uuid("recorded_by")) : null,
                row.uuid("customer_id"));
    }
}
