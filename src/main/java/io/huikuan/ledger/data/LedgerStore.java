package io.huikuan.ledger.data;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.Columns;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.ledger.LedgerEntryKind;
import io.huikuan.ledger.domain.BookableShare;
import io.huikuan.ledger.domain.Undoing;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes entries and their bookings, and reads on which shares they may go; a few statements, however many rows. */
@ApplicationScoped
public class LedgerStore {

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    LedgerStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** An entry as it is stored; {@code amount} is its effect on the balance. */
    public record EntryRow(
            UUID id,
            UUID receivable,
            UUID customer,
            LedgerEntryKind kind,
            LocalDate on,
            BigDecimal amount,
            UUID payment,
            UUID creditNote,
            UUID undoes,
            String reason) {}

    /** A booking as it is stored; {@code amount} above zero closes the share. */
    public record BookingRow(UUID entry, UUID share, LocalDate on, BigDecimal amount, boolean onRuling) {}

    /**
     * The open shares of the customers on which an entry can be booked, which is dated as given by customer, but not before the
     * receivable's issue date.
     *
     * <p>Available is the least that is open on that day or any later one: what is open now, less what later entries opened again. A
     * share that came back by a reversal after that day did not exist then and takes no part.
     */
    public List<BookableShare> bookableOf(Map<UUID, LocalDate> onByCustomer) {
        return sql.of("""
                select s.id, s.installment_id, s.schedule_id, s.receivable_id, s.customer_id, s.currency, s.due_date,
                    r.issue_date, r.number, i.sequence,
                    s.rules @> cast(:today as date) as rules_now, s.open, coalesce(x.disputed, 0) as disputed,
                    s.open + least(0, coalesce((
                        select min(later.sum) from (
                            select sum(b.amount) over (order by b.on_date desc) from booking b
                            where b.tenant_id = :tenant and b.share_id = s.id
                                and b.on_date > greatest(w.on_date, r.issue_date, s.since)) later), 0)) as available
                from unnest(:customers, :dates) w (customer_id, on_date)
                join share s on s.tenant_id = :tenant and s.customer_id = w.customer_id and s.open > 0
                join receivable r on r.tenant_id = :tenant and r.id = s.receivable_id
                join installment i on i.tenant_id = :tenant and i.id = s.installment_id
                left join (
                    select d.share_id, d.disputed from disputed_share(:tenant, cast(:today as date), 'SCHEDULE') d
                    where d.customer_id = any(:customers)) x on x.share_id = s.id
                where (s.own_terms or s.rules && daterange(greatest(w.on_date, r.issue_date), null))
                    and (s.since <= greatest(w.on_date, r.issue_date)
                        or s.since = (select min(first.since) from share first
                                      where first.tenant_id = :tenant and first.schedule_id = s.schedule_id
                                          and first.receivable_id = s.receivable_id))""")
                .bind("today", dates.today())
                .uuids("customers", onByCustomer.keySet())
                .dates("dates", onByCustomer.values())
                .list(LedgerStore::bookable);
    }

    private static BookableShare bookable(Row row) {
        return new BookableShare(
                row.uuid("id"),
                row.uuid("installment_id"),
                row.uuid("schedule_id"),
                row.uuid("receivable_id"),
                row.uuid("customer_id"),
                row.text("currency"),
                row.date("due_date"),
                row.date("issue_date"),
                row.text("number"),
                row.integer("sequence"),
                row.flag("rules_now"),
                row.number("open"),
                row.number("disputed"),
                row.number("available"));
    }

    /** Writes entries and their bookings, and in the same statement brings what is open of their shares in line. */
    public void insert(List<EntryRow> entries, List<BookingRow> bookings) {
        Statement statement = sql.of("""
                with entered as (
                    insert into entry (tenant_id, id, receivable_id, customer_id, kind, on_date, amount, recorded_at, recorded_by,
                        payment_id, credit_note_id, undoes_id, reason)
                    select :tenant, e.id, e.receivable, e.customer, e.kind, e.on_date, e.amount, :now, :by, e.payment, e.credit_note,
                        e.undoes, e.reason
                    from unnest(:entries, :receivables, :customers, :kinds, :dates, :amounts, :payments, :creditNotes, :undoes, :reasons)
                        e (id, receivable, customer, kind, on_date, amount, payment, credit_note, undoes, reason)),
                booked as (
                    insert into booking (tenant_id, id, entry_id, share_id, on_date, amount, on_ruling)
                    select :tenant, b.id, b.entry, b.share, b.on_date, b.amount, b.on_ruling
                    from unnest(:bookings, :bookedEntries, :shares, :bookedDates, :bookedAmounts, :onRuling)
                        b (id, entry, share, on_date, amount, on_ruling)
                    returning share_id, amount, on_date),
                moved as (select share_id, sum(amount) as amount, max(on_date) as last_on from booked group by share_id)
                update share s set open = s.open - moved.amount, booked_through = greatest(s.booked_through, moved.last_on)
                from moved where s.tenant_id = :tenant and s.id = moved.share_id""");
        bindEntries(statement, entries);
        bindBookings(statement, bookings);
        statement.update();
    }

    private void bindEntries(Statement statement, List<EntryRow> entries) {
        statement
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .uuids("entries", Columns.of(entries, EntryRow::id))
                .uuids("receivables", Columns.of(entries, EntryRow::receivable))
                .uuids("customers", Columns.of(entries, EntryRow::customer))
                .names("kinds", Columns.of(entries, EntryRow::kind))
                .dates("dates", Columns.of(entries, EntryRow::on))
                .numbers("amounts", Columns.of(entries, EntryRow::amount))
                .uuids("payments", Columns.of(entries, EntryRow::payment))
                .uuids("creditNotes", Columns.of(entries, EntryRow::creditNote))
                .uuids("undoes", Columns.of(entries, EntryRow::undoes))
                .texts("reasons", Columns.of(entries, EntryRow::reason));
    }

    private static void bindBookings(Statement statement, List<BookingRow> bookings) {
        statement
                .uuids(
                        "bookings",
                        bookings.stream().map(booking -> Uuids.next()).toList())
                .uuids("bookedEntries", Columns.of(bookings, BookingRow::entry))
                .uuids("shares", Columns.of(bookings, BookingRow::share))
                .dates("bookedDates", Columns.of(bookings, BookingRow::on))
                .numbers("bookedAmounts", Columns.of(bookings, BookingRow::amount))
                .flags("onRuling", Columns.of(bookings, BookingRow::onRuling));
    }

    /** An entry that is about to be taken back; {@code amount} as it was booked. */
    public record LiveEntry(
            UUID id,
            UUID receivable,
            UUID customer,
            String currency,
            LocalDate on,
            BigDecimal amount,
            UUID payment,
            UUID creditNote) {}

    /** Those of the entries that nothing has taken back yet, the newest first. */
    public List<LiveEntry> liveEntries(Collection<UUID> entries) {
        return live("e.id = any(:ids)").uuids("ids", entries).list(LedgerStore::liveEntry);
    }

    /** The live allocations of a payment, the newest first. */
    public List<LiveEntry> liveAllocationsOf(UUID payment) {
        return live("e.payment_id = :payment and e.kind = 'ALLOCATED'")
                .bind("payment", payment)
                .list(LedgerStore::liveEntry);
    }

    /** The live entries of one kind on a receivable, the newest first. */
    public List<LiveEntry> liveEntriesOn(UUID receivable, LedgerEntryKind kind) {
        return live("e.receivable_id = :receivable and e.kind = :kind")
                .bind("receivable", receivable)
                .bind("kind", kind)
                .list(LedgerStore::liveEntry);
    }

    private Statement live(String which) {
        return sql.of("""
                select e.id, e.receivable_id, e.customer_id, r.currency, e.on_date, e.amount, e.payment_id, e.credit_note_id
                from entry e
                join receivable r on r.tenant_id = :tenant and r.id = e.receivable_id
                where e.tenant_id = :tenant and /* which */
                    and not exists (select from entry u where u.tenant_id = :tenant and u.undoes_id = e.id)
                order by e.on_date desc, e.recorded_at desc, e.id desc""".replace("/* which */", which));
    }

    private static LiveEntry liveEntry(Row row) {
        return new LiveEntry(
                row.uuid("id"),
                row.uuid("receivable_id"),
                row.uuid("customer_id"),
                row.text("currency"),
                row.date("on_date"),
                row.number("amount"),
                row.uuid("payment_id"),
                row.uuid("credit_note_id"));
    }

    /** What the entries closed, by entry; {@code onByEntry} says from when on each is taken back. */
    public Map<UUID, List<Undoing.Closed>> closedBy(Map<UUID, LocalDate> onByEntry) {
        return sql.of("""
                select b.entry_id, b.share_id, s.schedule_id, b.amount, b.on_ruling, s.own_terms, s.due_date, s.original_due,
                    s.rules && daterange(u.on_date, null) as reaches
                from unnest(:entries, :dates) u (entry_id, on_date)
                join booking b on b.tenant_id = :tenant and b.entry_id = u.entry_id
                join share s on s.tenant_id = :tenant and s.id = b.share_id
                order by s.due_date, b.id""")
                .uuids("entries", onByEntry.keySet())
                .dates("dates", onByEntry.values())
                .group(row -> row.uuid("entry_id"), LedgerStore::closed);
    }

    private static Undoing.Closed closed(Row row) {
        return new Undoing.Closed(
                row.uuid("share_id"),
                row.uuid("schedule_id"),
                row.number("amount"),
                row.flag("on_ruling"),
                row.flag("own_terms"),
                row.date("due_date"),
                row.date("original_due"),
                row.flag("reaches"));
    }

    /** The schedules that rule the entries' receivables on some day from the undoing on, by entry. */
    public Map<UUID, List<Undoing.Reaching>> reaching(Map<UUID, LocalDate> onByEntry) {
        return sql.of("""
                select distinct e.id as entry_id, s.schedule_id, s.own_terms
                from unnest(:entries, :dates) u (entry_id, on_date)
                join entry e on e.tenant_id = :tenant and e.id = u.entry_id
                join share s on s.tenant_id = :tenant and s.receivable_id = e.receivable_id
                    and s.rules && daterange(u.on_date, null)""")
                .uuids("entries", onByEntry.keySet())
                .dates("dates", onByEntry.values())
                .group(
                        row -> row.uuid("entry_id"),
                        row -> new Undoing.Reaching(row.uuid("schedule_id"), row.flag("own_terms")));
    }
}
