package io.huikuan.notification.data;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.notification.Channel;
import io.huikuan.notification.Notification;
import io.huikuan.notification.NotificationFilter;
import io.huikuan.notification.NotificationState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads notifications: only those about customers whom the actor sees. Ids grow with time, so that the newest come first by their ids. */
@ApplicationScoped
public class NotificationReads {

    private static final String FROM = """
             from outbox o
            join alert a on a.tenant_id = :tenant and a.id = o.alert_id
            join customer c on c.tenant_id = :tenant and c.id = a.customer_id
            left join device d on d.tenant_id = :tenant and d.id = o.target_id
            left join notification_endpoint p on p.tenant_id = :tenant and p.id = o.target_id
            where o.tenant_id = :tenant and\s""";

    private static final String COLUMNS = """
            select o.id, o.channel, o.state, o.occurrence, o.attempts, o.created_at, case when o.state = 'PENDING' then o.due_at end as due_at, o.finished_at,
                o.remark, o.last_answer, coalesce(d.name, p.name) as target, o.alert_id, o.recipient_id""";

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    NotificationReads(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /** Up to {@code paging.fetch()} notifications, the newest first. */
    public List<Notification> page(NotificationFilter filter, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(1);
        Statement statement = bound(
                        COLUMNS + FROM + visible() + condition(filter) + (after.isPresent() ? " and o.id < :id" : "")
                                + " order by o.id desc limit :fetch",
                        filter)
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement.bind("id", cursor.uuid(0)));
        return statement.list(NotificationReads::notification);
    }

    /** How many there are. */
    public int count(NotificationFilter filter) {
        return bound("select count(*) as n" + FROM + visible() + condition(filter), filter)
                .one(row -> row.integer("n"));
    }

    /** The one with this id. */
    public Optional<Notification> find(UUID id) {
        return sql.of(COLUMNS + FROM + visible() + " and o.id = :id")
                .bind("id", id)
                .first(NotificationReads::notification);
    }

    /** The same, held until the transaction ends. */
    public Optional<Notification> lock(UUID id) {
        return sql.of(COLUMNS + FROM + visible() + " and o.id = :id for update of o")
                .bind("id", id)
                .first(NotificationReads::notification);
    }

    /** Lets one that was given up go out again, as if for the first time. */
    public void retry(UUID id) {
        sql.of("""
                update outbox set state = 'PENDING', attempts = 0, due_at = :now, leased_until = null, finished_at = null, digest_on = null, remark = null
                where tenant_id = :tenant and id = :id and state = 'DEAD'""").bind("id", id).bind("now", dates.now()).update();
    }

    private String visible() {
        return Visibility.of(actor.get(), "c");
    }

    private static String condition(NotificationFilter filter) {
        List<String> conditions = new ArrayList<>();
        if (!filter.states().isEmpty()) {
            conditions.add("o.state = any(:states)");
        }
        if (!filter.channels().isEmpty()) {
            conditions.add("o.channel = any(:channels)");
        }
        filter.recipient().ifPresent(any -> conditions.add("o.recipient_id = :recipient"));
        filter.alert().ifPresent(any -> conditions.add("o.alert_id = :alert"));
        return conditions.isEmpty() ? "" : " and " + String.join(" and ", conditions);
    }

    private Statement bound(String text, NotificationFilter filter) {
        Statement statement = sql.of(text).names("states", filter.states()).names("channels", filter.channels());
        filter.recipient().ifPresent(recipient -> statement.bind("recipient", recipient));
        filter.alert().ifPresent(alert -> statement.bind("alert", alert));
        return statement;
    }

    private static Notification notification(Row row) {
        return new Notification(
                NodeId.of(NodeKind.NOTIFICATION, row.uuid("id")),
                row.constant(Channel.class, "channel"),
                row.constant(NotificationState.class, "state"),
                row.integer("occurrence"),
                row.integer("attempts"),
                row.instant("created_at"),
                row.instant("due_at"),
                row.instant("finished_at"),
                row.text("remark"),
                row.text("last_answer"),
                row.text("target"),
                row.uuid("alert_id"),
                Optional.ofNullable(row.uuid("recipient_id")));
    }
}
