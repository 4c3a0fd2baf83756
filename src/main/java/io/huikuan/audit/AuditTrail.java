package io.huikuan.audit;

import io.huikuan.audit.data.AuditStore;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Takes down what happens at the door. Whoever tells it does not wait: not for the disk and not for the database. */
@ApplicationScoped
public class AuditTrail {

    private static final Logger AUDIT = Logger.getLogger("io.huikuan.audit");
    private static final Logger LOG = Logger.getLogger(AuditTrail.class);
    private static final int BATCH = 500;

    private final AuditStore store;
    private final ActingAs actingAs;
    private final Clock clock;
    private final Flow ofKnown;
    private final Flow ofUnknown;
    private final BlockingQueue<Entry> queue;
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong heldBack = new AtomicLong();

    AuditTrail(AuditStore store, ActingAs actingAs, Clock clock, AuditConfig config) {
        this.store = store;
        this.actingAs = actingAs;
        this.clock = clock;
        this.ofKnown = new Flow(config.quiet(), config.linesPerSecond());
        this.ofUnknown = new Flow(config.quiet(), config.linesPerSecond());
        this.queue = new ArrayBlockingQueue<>(config.queue());
    }

    /**
     * An event as it is written.
     *
     * @param heldBack how often it would have been written since the line before
     */
    public record Entry(UUID id, Instant at, Incident incident, int heldBack) {}

    /** What makes a line the same as another; not the name of the program, which a client may change with each request. */
    private record Line(AuditKind kind, Optional<UUID> tenant, String who, String what, String address) {}

    /** Takes it down. Does not block. */
    public void note(Incident incident) {
        Optional<UUID> tenant = incident.actor().map(Actor::tenant);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        OptionalInt before = (tenant.isPresent() ? ofKnown : ofUnknown)
                .pass(
                        new Line(
                                incident.kind(),
                                tenant,
                                incident.who(),
                                incident.what(),
                                incident.from().address()),
                        now);
        if (before.isEmpty()) {
            heldBack.incrementAndGet();
            return;
        }
        Entry entry = new Entry(Uuids.next(), now, incident, before.getAsInt());
        log(entry);
        if (tenant.isPresent() && !queue.offer(entry)) {
            lost.incrementAndGet();
        }
    }

    static void log(Entry entry) {
        Incident incident = entry.incident();
        AUDIT.infof(
                "%s tenant=%s who=\"%s\" what=\"%s\" from=%s agent=\"%s\" heldBack=%d",
                incident.kind(),
                incident.actor().map(Actor::tenantCode).orElse("-"),
                incident.who(),
                incident.what(),
                incident.from().address(),
                incident.from().userAgent(),
                entry.heldBack());
    }

    /** Writes what has gathered; answers how much. */
    public int write() {
        int written = 0;
        List<Entry> batch = new ArrayList<>();
        while (queue.drainTo(batch, BATCH) > 0) {
            written += written(batch);
            batch.clear();
        }
        tellLoss();
        return written;
    }

    private int written(List<Entry> batch) {
        Map<UUID, List<Entry>> byTenant = batch.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.incident().actor().orElseThrow().tenant()));
        return byTenant.values().stream().mapToInt(this::writtenOfTenant).sum();
    }

    private int writtenOfTenant(List<Entry> entries) {
        Actor someone = entries.get(0).incident().actor().orElseThrow();
        try {
            actingAs.run(someone, () -> QuarkusTransaction.requiringNew().run(() -> store.add(entries)));
            return entries.size();
        } catch (RuntimeException e) {
            // The next batch, of this tenant or another, may still be written; these events are in the log in any case.
            LOG.errorf(e, "%d audit events could not be written", entries.size());
            return 0;
        }
    }

    private void tellLoss() {
        long unwritten = lost.getAndSet(0);
        if (unwritten > 0) {
            LOG.warnf("%d audit events were not written: too many came at once", unwritten);
        }
        long quiet = heldBack.getAndSet(0);
        if (quiet > 0) {
            LOG.infof("%d audit events were held back: they repeated others, or too many came at once", quiet);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        write();
    }
}
