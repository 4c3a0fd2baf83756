package io.huikuan.notification;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.notification.data.NotificationReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** What became of notifications, for those who lead people or run the system. */
@ApplicationScoped
@Transactional
public class Notifications implements NodeFinder {

    private final NotificationReads reads;
    private final ClientKeys clientKeys;
    private final CurrentActor actor;

    Notifications(NotificationReads reads, ClientKeys clientKeys, CurrentActor actor) {
        this.reads = reads;
        this.clientKeys = clientKeys;
        this.actor = actor;
    }

    /** The wish that one that was given up goes out again. */
    public record Retry(String clientKey, String id) {}

    /** A page, the newest first. */
    public Page<Notification> page(NotificationFilter filter, Paging paging) {
        return Page.of(
                reads.page(filter, paging),
                paging,
                one -> Cursor.of(NodeId.uuidOf(one.id())),
                paging.counted() ? reads.count(filter) : 0);
    }

    /** Lets one that was given up go out again, under the same id; whether its cause still stands is looked at when it does. */
    public Outcome<Notification> retry(Retry wish) {
        return clientKeys.once(
                new Wish("retryNotification", wish.clientKey(), wish),
                () -> retried(wish),
                one -> NodeId.uuidOf(one.id()),
                reads::find);
    }

    private Outcome<Notification> retried(Retry wish) {
        Optional<Notification> found =
                NodeId.uuid(NodeKind.NOTIFICATION, wish.id()).flatMap(reads::lock);
        if (found.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such notification.");
        }
        if (found.get().state() != NotificationState.DEAD) {
            return Outcome.refused(ErrorCode.INVALID_STATUS, "id", "Only what was given up can be sent again.");
        }
        UUID id = NodeId.uuidOf(found.get().id());
        reads.retry(id);
        return Outcome.done(reads.find(id).orElseThrow());
    }

    @Override
    public NodeKind kind() {
        return NodeKind.NOTIFICATION;
    }

    @Override
    public Optional<Notification> find(UUID uuid) {
        boolean mayLook = actor.get().isSystem()
                || actor.get().is(Role.ADMIN)
                || actor.get().is(Role.MANAGER);
        return mayLook ? reads.find(uuid) : Optional.empty();
    }
}
