package io.huikuan.alert.live;

import io.huikuan.alert.Alert;
import io.huikuan.alert.AlertFilter;
import io.huikuan.alert.Alerts;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The subscribers of this node. Each gets every alert that is raised or reopened from then on, on whatever node, if he may see it and wants it; at
 * least once. One who does not take what he is given for {@value #MOST_WAITING} alerts is cut off with an error, and reads the list instead.
 */
@ApplicationScoped
public class LiveAlerts {

    private static final int MOST_WAITING = 10_000;

    /** How far back the node reads for batches that it was not told of; no transaction that raises alerts lasts longer. */
    private static final Duration LOOK_BACK = Duration.ofHours(1);

    /** For transactions that were under way when a subscriber came, and for clocks that differ. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Alerts alerts;
    private final ActingAs actingAs;
    private final CurrentActor current;
    private final Clock clock;
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Instant> given = new ConcurrentHashMap<>();

    LiveAlerts(Alerts alerts, ActingAs actingAs, CurrentActor current, Clock clock) {
        this.alerts = alerts;
        this.actingAs = actingAs;
        this.current = current;
        this.clock = clock;
    }

    private static final class Subscriber {

        private final Actor viewer;
        private final AlertFilter filter;
        private final Instant since;
        private final MultiEmitter<? super Alert> emitter;

        Subscriber(Actor viewer, AlertFilter filter, Instant since, MultiEmitter<? super Alert> emitter) {
            this.viewer = viewer;
            this.filter = filter;
            this.since = since;
            this.emitter = emitter;
        }

        void offer(Alerts.Raised raised) {
            if (raised.isSeenBy(viewer) && filter.accepts(raised.alert())) {
                emitter.emit(raised.alert());
            }
        }
    }

    /** What is raised from now on, as far as the current actor may see it and the filter accepts it. */
    public Multi<Alert> raised(AlertFilter filter) {
        Actor viewer = current.get();
        return Multi.createFrom()
                .emitter(
                        emitter -> add(
                                new Subscriber(viewer, filter, clock.instant().minus(MARGIN), emitter)),
                        MOST_WAITING);
    }

    private void add(Subscriber subscriber) {
        subscriber.emitter.onTermination(() -> subscribers.remove(subscriber));
        subscribers.add(subscriber);
    }

    /** Gives a batch to the subscribers of its tenant, once. */
    void give(UUID tenant, UUID batch) {
        List<Subscriber> audience = audience(tenant);
        if (given.putIfAbsent(batch, clock.instant()) != null || audience.isEmpty()) {
            return;
        }
        boolean done = false;
        try {
            actingAs.run(
                    itself(audience.get(0).viewer),
                    () -> alerts.raisedIn(batch, raised -> audience.forEach(subscriber -> subscriber.offer(raised))));
            done = true;
        } finally {
            if (!done) {
                given.remove(batch);
            }
        }
    }

    /** Gives the subscribers what this node was not told of since they came, for example while it was cut off from the database. */
    void giveMissed() {
        Instant lookBack = clock.instant().minus(LOOK_BACK);
        given.values().removeIf(moment -> moment.isBefore(lookBack.minus(LOOK_BACK)));
        subscribers.stream()
                .collect(Collectors.groupingBy(subscriber -> itself(subscriber.viewer)))
                .forEach((tenant, audience) -> giveMissed(tenant, audience, lookBack));
    }

    private void giveMissed(Actor tenant, List<Subscriber> audience, Instant lookBack) {
        Instant first = audience.stream()
                .map(subscriber -> subscriber.since)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant since = first.isAfter(lookBack) ? first : lookBack;
        actingAs.call(tenant, () -> alerts.batchesSince(since)).forEach(batch -> give(tenant.tenant(), batch));
    }

    private List<Subscriber> audience(UUID tenant) {
        return subscribers.stream()
                .filter(subscriber -> subscriber.viewer.tenant().equals(tenant))
                .toList();
    }

    private static Actor itself(Actor viewer) {
        return Actor.system(viewer.tenant(), viewer.tenantCode(), viewer.zone(), viewer.baseCurrency());
    }
}
