package io.huikuan.contact.data;

import io.huikuan.contact.ContactConduct;
import io.huikuan.contact.ContactExceptionFilter;
import io.huikuan.contact.ContactRecord;
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
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Contacts outside of the guard rails with customers that the actor sees, and how many each person made. */
@ApplicationScoped
public class ExceptionReads {

    private static final UUID NOBODY = new UUID(0, 0);

    private static final String CONDUCT = """
            select u.name, r.recorded_by, count(*) as contacts, count(e.contact_record_id) as outside,
                count(*) filter (where e.rails && array['DAY_OFF', 'QUIET_HOURS', 'NOON_REST', 'OWN_HOURS']) as outside_hours,
                count(*) filter (where e.rails && array['DAY_CAP', 'WEEK_CAP']) as above_cap
            from contact_record r
            join customer c on c.tenant_id = :tenant and c.id = r.customer_id
            join app_user u on u.tenant_id = :tenant and u.id = r.recorded_by
            left join contact_exception e on e.tenant_id = :tenant and e.contact_record_id = r.id
            where r.tenant_id = :tenant and r.direction = 'OUTBOUND' and r.occurred_at >= :from and r.occurred_at < :to and /* visible */
            group by u.name, r.recorded_by""";

    private final Sql sql;
    private final CurrentActor actor;

    ExceptionReads(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /** Days of the tenant's calendar, both included. */
    public record Days(LocalDate from, LocalDate to) {}

    /** A page, the newest first. */
    public Page<ContactRecord> page(ContactExceptionFilter filter, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String found =
                " from contact_exception e join contact_record r on r.tenant_id = :tenant and r.id = e.contact_record_id"
                        + " join customer c on c.tenant_id = :tenant and c.id = e.customer_id where e.tenant_id = :tenant and "
                        + visible() + conditions(filter);
        Statement statement = bound(
                        "select " + ContactReads.COLUMNS + found
                                + (after.isPresent()
                                        ? " and (e.occurred_at, e.contact_record_id) < (:moment, :id)"
                                        : "")
                                + " order by e.occurred_at desc, e.contact_record_id desc limit :fetch",
                        filter)
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement.bind("moment", cursor.instant(0)).bind("id", cursor.uuid(1)));
        int total =
                paging.counted() ? bound("select count(*) as n" + found, filter).one(row -> row.integer("n")) : 0;
        return Page.of(
                statement.list(ContactReads::shown),
                paging,
                record -> Cursor.of(record.occurredAt(), record.uuid()),
                total);
    }

    private static String conditions(ContactExceptionFilter filter) {
        return (filter.from() == null ? "" : " and e.occurred_at >= :from")
                + (filter.to() == null ? "" : " and e.occurred_at < :to")
                + (filter.customerId() == null ? "" : " and e.customer_id = :customer")
                + (filter.recordedById() == null ? "" : " and e.recorded_by = :recorder")
                + (isAny(filter) ? "" : " and e.rails && :rails");
    }

    private static boolean isAny(ContactExceptionFilter filter) {
        return filter.outside() == null || filter.outside().isEmpty();
    }

    private Statement bound(String text, ContactExceptionFilter filter) {
        Statement statement = sql.of(text);
        if (filter.from() != null) {
            statement.bind("from", start(filter.from()));
        }
        if (filter.to() != null) {
            statement.bind("to", start(filter.to().plusDays(1)));
        }
        if (filter.customerId() != null) {
            statement.bind("customer", id(NodeKind.CUSTOMER, filter.customerId()));
        }
        if (filter.recordedById() != null) {
            statement.bind("recorder", id(NodeKind.USER, filter.recordedById()));
        }
        return isAny(filter) ? statement : statement.names("rails", filter.outside());
    }

    private static UUID id(NodeKind kind, String text) {
        return NodeId.uuid(kind, text).orElse(NOBODY);
    }

    /** When the day begins at the tenant's. */
    private Instant start(LocalDate day) {
        return day.atStartOfDay(actor.get().zone()).toInstant();
    }

    /** A page of those who entered contacts that we made in the days, by their names. */
    public Page<ContactConduct> conduct(Days days, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String groups = CONDUCT.replace("/* visible */", visible());
        Statement statement = bound(
                        "select g.* from (" + groups + ") g"
                                + (after.isPresent() ? " where (g.name, g.recorded_by) > (:name, :id)" : "")
                                + " order by g.name, g.recorded_by limit :fetch",
                        days)
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement.bind("name", cursor.text(0)).bind("id", cursor.uuid(1)));
        List<Named> rows = statement.list(row -> new Named(row.text("name"), conduct(row)));
        int total = paging.counted()
                ? bound("select count(*) as n from (" + groups + ") g", days).one(row -> row.integer("n"))
                : 0;
        return Page.of(rows, paging, row -> Cursor.of(row.name(), row.conduct().recorder()), total)
                .map(Named::conduct);
    }

    private record Named(String name, ContactConduct conduct) {}

    private Statement bound(String text, Days days) {
        return sql.of(text)
                .bind("from", start(days.from()))
                .bind("to", start(days.to().plusDays(1)));
    }

    private static ContactConduct conduct(Row row) {
        return new ContactConduct(
                row.integer("contacts"),
                row.integer("outside"),
                row.integer("outside_hours"),
                row.integer("above_cap"),
                row.uuid("recorded_by"));
    }

    private String visible() {
        return Visibility.of(actor.get(), "c");
    }
}
