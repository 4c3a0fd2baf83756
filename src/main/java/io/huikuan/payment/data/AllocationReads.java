package io.huikuan.payment.data;

import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.payment.Allocation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the allocations of payments: the bookings on the schedules that ruled when they were made. */
@ApplicationScoped
public class AllocationReads {

    private static final String MATCHING = """
             from entry e
            join booking b on b.tenant_id = :tenant and b.entry_id = e.id and b.on_ruling
            join share s on s.tenant_id = :tenant and s.id = b.share_id
            left join entry u on u.tenant_id = :tenant and u.undoes_id = e.id
            where e.tenant_id = :tenant and e.payment_id = w.payment_id and e.kind = 'ALLOCATED'""";

    private final Sql sql;

    AllocationReads(Sql sql) {
        this.sql = sql;
    }

    /** A page of the allocations of each payment, which the actor is known to see. */
    public Map<UUID, Page<Allocation>> pages(Collection<UUID> payments, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        Statement statement = sql.of("""
                select w.payment_id, n.* from unnest(:payments) w (payment_id)
                cross join lateral (
                    select b.id, b.amount, b.on_date, s.currency, s.receivable_id, s.installment_id, u.on_date as undone_on"""
                + MATCHING + (after.isPresent() ? " and (b.on_date, b.id) > (:after_date, :after_id)" : "")
                + " order by b.on_date, b.id limit :fetch) n");
        after.ifPresent(cursor -> statement.bind("after_date", cursor.date(0)).bind("after_id", cursor.uuid(1)));
        Map<UUID, List<Allocation>> rows = statement
                .bind("fetch", paging.fetch())
                .uuids("payments", payments)
                .group(row -> row.uuid("payment_id"), AllocationReads::allocation);
        Map<UUID, Integer> totals = paging.counted() ? totals(payments) : Map.of();
        return Page.ofEach(payments, rows, paging, AllocationReads::cursor, totals);
    }

    private Map<UUID, Integer> totals(Collection<UUID> payments) {
        return sql.of("select w.payment_id, n.count from unnest(:payments) w (payment_id)"
                        + " cross join lateral (select count(*) as count" + MATCHING + ") n")
                .uuids("payments", payments)
                .map(row -> row.uuid("payment_id"), row -> row.integer("count"));
    }

    private static Cursor cursor(Allocation allocation) {
        return Cursor.of(allocation.on(), allocation.id());
    }

    private static Allocation allocation(Row row) {
        return new Allocation(
                Money.of(row.number("amount"), row.text("currency")),
                row.date("on_date"),
                row.date("undone_on"),
                row.uuid("id"),
                row.uuid("receivable_id"),
                row.uuid("installment_id"));
    }
}
