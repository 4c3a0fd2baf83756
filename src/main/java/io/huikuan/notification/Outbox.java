package io.huikuan.notification;

import io.huikuan.alert.AlertCauses;
import io.huikuan.alert.AlertsRaised;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.notification.data.OutboxStore;
import io.huikuan.notification.data.OutboxStore.Leased;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Queues messages with the alerts that they are about, and delivers those of the current tenant. */
@ApplicationScoped
public class Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final int AT_ONCE = 200;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final OutboxStore store;
    private final AlertCauses causes;
    private final NotificationChannel channel;
    private final NotificationConfig config;
    private final CurrentActor actor;

    Outbox(
            OutboxStore store,
            AlertCauses causes,
            NotificationChannel channel,
            NotificationConfig config,
            CurrentActor actor) {
        this.store = store;
        this.causes = causes;
        this.channel = channel;
        this.config = config;
        this.actor = actor;
    }

    void queue(@Observes AlertsRaised raised) {
        store.queue(raised.batch());
    }

    /** What a round has to send. */
    private record Round(int leased, List<Notification> due) {}

    /** Delivers all that is due, round by round; several nodes may do this at once. */
    public void deliver() {
        Round round;
        do {
            round = QuarkusTransaction.requiringNew().call(this::lease);
            send(round.due());
        } while (round.leased() == AT_ONCE);
    }

    /** Leases messages and, in the same transaction, cancels those of them of which nobody needs to be reminded. */
    private Round lease() {
        List<Leased> leased = store.lease(AT_ONCE, config.lease());
        Map<UUID, AlertCauses.Now> now = leased.isEmpty()
                ? Map.of()
                : causes.now(leased.stream().map(Leased::alert).distinct().toList());
        List<UUID> outdated = new ArrayList<>();
        List<UUID> gone = new ArrayList<>();
        List<Notification> due = new ArrayList<>();
        for (Leased message : leased) {
            AlertCauses.Now alert = now.get(message.alert());
            if (alert.occurrence() != message.occurrence()) {
                outdated.add(message.id());
            } else if (!alert.stands()) {
                gone.add(message.id());
            } else if (message.attempt() > config.mostAttempts()) {
                giveUp(message.id(), message.attempt() - 1, "No attempt came to an end.");
            } else {
                due.add(notification(message, alert));
            }
        }
        store.cancelled(outdated, "The alert was raised again since.");
        store.cancelled(gone, "The cause was gone before it was sent.");
        return new Round(leased.size(), due);
    }

    private Notification notification(Leased message, AlertCauses.Now alert) {
        return new Notification(
                message.id(),
                actor.get().tenant(),
                message.alert(),
                message.occurrence(),
                alert.type(),
                alert.severity(),
                message.recipient(),
                message.attempt());
    }

    private void send(List<Notification> due) {
        List<UUID> sent = new ArrayList<>();
        Map<Notification, String> failed = new LinkedHashMap<>();
        for (Notification notification : due) {
            try {
                channel.send(notification);
                sent.add(notification.id());
            } catch (NotificationChannel.DeliveryFailed e) {
                failed.put(notification, e.getMessage());
            }
        }
        if (!due.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> {
                store.sent(sent);
                failed.forEach(this::failed);
            });
        }
    }

    private void failed(Notification notification, String reason) {
        if (notification.attempt() >= config.mostAttempts()) {
            giveUp(notification.id(), notification.attempt(), reason);
            return;
        }
        store.failed(notification.id(), pauseAfter(notification.attempt()), reason);
    }

    private void giveUp(UUID id, int attempts, String reason) {
        LOG.warnf("notification %s is given up after %d attempts", id, attempts);
        store.dead(id, reason);
    }

    private Duration pauseAfter(int attempt) {
        Duration pause = config.firstPause().multipliedBy(1L << Math.min(attempt - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
