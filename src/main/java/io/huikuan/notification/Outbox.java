package io.huikuan.notification;

import io.huikuan.alert.AlertsRaised;
import io.huikuan.notification.channel.Channels;
import io.huikuan.notification.data.OutboxStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Queues messages with the alerts that they are about, in the transaction that raises them. */
@ApplicationScoped
class Outbox {

    private final OutboxStore store;
    private final Channels channels;

    Outbox(OutboxStore store, Channels channels) {
        this.store = store;
        this.channels = channels;
    }

    void queue(@Observes AlertsRaised raised) {
        store.queue(raised.batch(), channels.setUp());
    }
}
