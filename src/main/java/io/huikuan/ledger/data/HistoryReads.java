package io.huikuan.ledger.data;

import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.ledger.LedgerEntry;
import io.huikuan.ledger.LedgerEntryKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what happened to receivables, in order, with the balance after each entry (rule 5). */
@ApplicationScoped
public class HistoryReads {

    /** The issue and the entries of one receivable, {@code w.receivable_id}. A credit note has no balance at any time. */
    private static final String HISTORY = """
            select h.*, case when h.is_credit_note then 0
                else sum(h.amount) over (order by h.on_date, h.recorded_at, h.id) end as balance_after
            from (
                select r.id, r.issue_date as on_date, r.created_at as recorded_at, 'ISSUED' as kind, r.amount, r.created_by as recorded_by,
                    cast(null as uuid) as payment_id, cast(null as uuid) as credit_note_id, r.reason, r.currency,
                    r.kind = 'CREDIT_NOTE' as is_credit_note
                from receivable r where r.tenant_id = :tenant and r.id = w.receivable_id
                union all
                select e.id, e.on_date, e.recorded_at, e.kind, e.amount, e.recorded_by, e.payment_id, e.credit_note_id, e.reason,
                    r.currency, false
                from entry e join receivable r on r.tenant_id = :tenant and r.id = e.receivable_id
                where e.tenant_id = :tenant and e.receivable_id = w.receivable_id) h
            """;

    private final Sql sql;

    HistoryReads(Sql sql) {
        this.sql = sql;
    }

    /** A page of the history of each receivable, which the actor is known to see. */
    public Map<UUID, Page<LedgerEntry>> pages(Collection<UUID> receivables, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(3);
        Statement statement = sql.of("select w.receivable_id, n.*"
                + " from unnest(:receivables) w (receivable_id) cross join lateral (select * from (" + HISTORY + ") h"
                + (after.isPresent()
                        ? " where (h.on_date, h.recorded_at, h.id) > (:after_date, :after_time, :after_id)"
                        : "")
                + " order by h.on_date, h.recorded_at, h.id limit :fetch) n");
        after.ifPresent(cursor -> statement
                .bind("after_date", cursor.date(0))
                .bind("after_time", cursor.instant(1))
                .bind("after_id", cursor.uuid(2)));
        Map<UUID, List<LedgerEntry>> rows = statement
                .uuids("receivables", receivables)
                .bind("fetch", paging.fetch())
                .group(row -> row.uuid("receivable_id"), HistoryReads::entry);
        Map<UUID, Integer> totals = paging.counted() ? totals(receivables) : Map.of();
        return Page.ofEach(receivables, rows, paging, HistoryReads::cursor, totals);
    }

    private Map<UUID, Integer> totals(Collection<UUID> receivables) {
        return sql.of("""
                select w.receivable_id, 1 + (
                    select count(*) from entry e where e.tenant_id = :tenant and e.receivable_id = w.receivable_id) as count
                from unnest(:receivables) w (receivable_id)""")
                .uuids("receivables", receivables)
                .map(row -> row.uuid("receivable_id"), row -> row.integer("count"));
    }

    private static Cursor cursor(LedgerEntry entry) {
        return Cursor.of(entry.on(), entry.recordedAt(), entry.id());
    }

    private static LedgerEntry entry(Row row) {
        String currency = row.text("currency");
        return new LedgerEntry(
                row.date("on_date"),
                row.instant("recorded_at"),
                row.constant(LedgerEntryKind.class, "kind"),
                Money.of(row.number("amount"), currency),
                Money.of(row.number("balance_after"), currency),
                row.text("reason"),
                row.uuid("id"),
                row.uuid("recorded_by"),
                row.uuid("payment_id"),
                row.uuid("credit_note_id"));
    }
}
