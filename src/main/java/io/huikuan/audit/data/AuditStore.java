package io.huikuan.audit.data;

import io.huikuan.audit.AuditEvent;
import io.huikuan.audit.AuditFilter;
import io.huikuan.audit.AuditKind;
import io.huikuan.audit.AuditTrail.Entry;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Columns;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The rows of the audit log. */
@ApplicationScoped
public class AuditStore {

    private final Sql sql;

    AuditStore(Sql sql) {
        this.sql = sql;
    }

    /** Adds lines of the current tenant. */
    public void add(List<Entry> entries) {
        sql.of("""
                insert into audit_event (tenant_id, id, happened_at, kind, user_id, who, what, address, user_agent, held_back)
                select :tenant, e.* from unnest(:ids, :moments, :kinds, :users, :whos, :whats, :addresses, :agents, :held_back)
                    as e (id, happened_at, kind, user_id, who, what, address, user_agent, held_back)""")
                .uuids("ids", Columns.of(entries, Entry::id))
                .instants("moments", Columns.of(entries, Entry::at))
                .names("kinds", Columns.of(entries, entry -> entry.incident().kind()))
                .uuids(
                        "users",
                        Columns.of(
                                entries,
                                entry -> entry.incident()
                                        .actor()
                                        .flatMap(Actor::user)
                                        .orElse(null)))
                .texts("whos", Columns.of(entries, entry -> entry.incident().who()))
                .texts("whats", Columns.of(entries, entry -> entry.incident().what()))
                .texts(
                        "addresses",
                        Columns.of(entries, entry -> entry.incident().from().address()))
                .texts(
                        "agents",
                        Columns.of(entries, entry -> entry.incident().from().userAgent()))
                .integers("held_back", Columns.of(entries, Entry::heldBack))
                .update();
    }

    /** Lines, the latest first. */
    public Page<AuditEvent> page(AuditFilter filter, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        Statement statement = bound(
                        "select id, happened_at, kind, user_id, who, what, address, user_agent, held_back from audit_event"
                                + condition(filter)
                                + (after.isPresent() ? " and (happened_at, id) < (:at, :id)" : "")
                                + " order by happened_at desc, id desc limit :fetch",
                        filter)
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement.bind("at", cursor.instant(0)).bind("id", cursor.uuid(1)));
        int total = paging.counted() ? count(filter) : 0;
        return Page.of(statement.list(AuditStore::event), paging, event -> Cursor.of(event.at(), event.uuid()), total);
    }

    private int count(AuditFilter filter) {
        return bound("select count(*) as n from audit_event" + condition(filter), filter)
                .one(row -> row.integer("n"));
    }

    private static String condition(AuditFilter filter) {
        return " where tenant_id = :tenant"
                + (filter.kinds().isEmpty() ? "" : " and kind = any(:kinds)")
                + (filter.from().isEmpty() ? "" : " and happened_at >= :from")
                + (filter.to().isEmpty() ? "" : " and happened_at < :to")
                + (filter.user().isEmpty() ? "" : " and user_id = :user");
    }

    private Statement bound(String text, AuditFilter filter) {
        Statement statement = sql.of(text);
        if (!filter.kinds().isEmpty()) {
            statement.names("kinds", filter.kinds());
        }
        filter.from().ifPresent(from -> statement.bind("from", from));
        filter.to().ifPresent(to -> statement.bind("to", to));
        filter.user().ifPresent(user -> statement.bind("user", user));
        return statement;
    }

    private static AuditEvent event(Row row) {
        return new AuditEvent(
                row.instant("happened_at"),
                row.constant(AuditKind.class, "kind"),
                row.text("who"),
                row.text("what"),
                row.text("address"),
                row.text("user_agent"),
                row.integer("held_back"),
                row.uuid("user_id"),
                row.uuid("id"));
    }
}
