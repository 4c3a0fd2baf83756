package io.huikuan.contact.data;

import io.huikuan.contact.ContactChannel;
import io.huikuan.contact.ContactOutcome;
import io.huikuan.contact.ContactRecord;
import io.huikuan.contact.Direction;
import io.huikuan.contact.GuardRail;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Contact records as they are shown, the newest first, of customers that the actor sees. */
@ApplicationScoped
public class ContactReads {

    static final String COLUMNS = """
            r.id, r.customer_id, r.contact_person_id, r.channel, r.direction, r.outcome, r.occurred_at, r.duration_seconds,
            r.summary, r.feedback, r.next_action, r.next_action_on, r.recorded_by, r.recorded_at,
            array_to_string(e.rails, ',') as rails, e.reason as outside_reason""";

    private static final String EXCEPTION =
            " left join contact_exception e on e.tenant_id = :tenant and e.contact_record_id = r.id";

    private final Sql sql;
    private final CurrentActor actor;

    ContactReads(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /** The record. */
    public Optional<ContactRecord> find(UUID id) {
        return Optional.ofNullable(byIds(Set.of(id)).get(id));
    }

    /** The records behind these ids. */
    public Map<UUID, ContactRecord> byIds(Set<UUID> ids) {
        return sql.of("select " + COLUMNS + " from contact_record r join customer c on c.id = r.customer_id"
                        + EXCEPTION
                        + " where r.tenant_id = :tenant and c.tenant_id = :tenant and r.id = any(:ids) and "
                        + visible())
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), ContactReads::shown);
    }

    /** A page for each of the customers. */
    public Map<UUID, Page<ContactRecord>> pages(Set<UUID> customers, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        Map<UUID, List<ContactRecord>> rows =
                newest(customers, paging.fetch(), after).group(row -> row.uuid("customer_id"), ContactReads::shown);
        Map<UUID, Integer> totals = paging.counted() ? totals(customers) : Map.of();
        return Page.ofEach(customers, rows, paging, ContactReads::place, totals);
    }

    /** The last one of each of the customers that has any. */
    public Map<UUID, ContactRecord> last(Set<UUID> customers) {
        return newest(customers, 1, Optional.empty()).map(row -> row.uuid("customer_id"), ContactReads::shown);
    }

    private Statement newest(Set<UUID> customers, int fetch, Optional<Cursor> after) {
        Statement statement = sql.of("select n.* from customer c cross join lateral (select " + COLUMNS
                        + " from contact_record r" + EXCEPTION + " where r.tenant_id = :tenant and r.customer_id = c.id"
                        + (after.isPresent() ? " and (r.occurred_at, r.id) < (:moment, :id)" : "")
                        + " order by r.occurred_at desc, r.id desc limit :fetch) n"
                        + " where c.tenant_id = :tenant and c.id = any(:customers) and " + visible())
                .uuids("customers", customers)
                .bind("fetch", fetch);
        after.ifPresent(cursor -> statement.bind("moment", cursor.instant(0)).bind("id", cursor.uuid(1)));
        return statement;
    }

    private Map<UUID, Integer> totals(Set<UUID> customers) {
        return sql.of(
                        "select r.customer_id, count(*) as n from contact_record r join customer c on c.id = r.customer_id"
                                + " where r.tenant_id = :tenant and c.tenant_id = :tenant and r.customer_id = any(:customers) and "
                                + visible() + " group by r.customer_id")
                .uuids("customers", customers)
                .map(row -> row.uuid("customer_id"), row -> row.integer("n"));
    }

    private String visible() {
        return Visibility.of(actor.get(), "c");
    }

    private static Cursor place(ContactRecord record) {
        return Cursor.of(record.occurredAt(), record.uuid());
    }

    static ContactRecord shown(Row row) {
        return new ContactRecord(
                NodeId.of(NodeKind.CONTACT_RECORD, row.uuid("id")),
                row.constant(ContactChannel.class, "channel"),
                row.constant(Direction.class, "direction"),
                row.constant(ContactOutcome.class, "outcome"),
                row.instant("occurred_at"),
                row.integerOrNull("duration_seconds"),
                row.text("summary"),
                row.text("feedback"),
                row.text("next_action"),
                row.date("next_action_on"),
                row.instant("recorded_at"),
                rails(row.text("rails")),
                row.text("outside_reason"),
                row.uuid("customer_id"),
                row.uuid("contact_person_id"),
                row.uuid("recorded_by"));
    }

    private static List<GuardRail> rails(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(GuardRail::valueOf).toList();
    }
}
