package io.huikuan.audit;

import io.huikuan.audit.AuditTrail.Entry;
import io.huikuan.audit.data.AuditStore;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.time.BusinessDates;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Takes down what is done and must stay known, within the transaction that does it: neither is there without the other. It is never held back. */
@ApplicationScoped
public class AuditedDeeds {

    private final AuditStore store;
    private final BusinessDates dates;
    private final CurrentActor actor;
    private final SecurityIdentity identity;
    private final Event<Done> done;

    AuditedDeeds(
            AuditStore store, BusinessDates dates, CurrentActor actor, SecurityIdentity identity, Event<Done> done) {
        this.store = store;
        this.dates = dates;
        this.actor = actor;
        this.identity = identity;
        this.done = done;
    }

    /** A line that is written with what it tells of. */
    record Done(Entry entry) {}

    /** Writes what the current actor does; the line is logged once the transaction is committed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(AuditKind kind, String what) {
        String who = identity.isAnonymous() ? "" : identity.getPrincipal().getName();
        Incident incident = new Incident(kind, Optional.of(actor.get()), who, what, Origin.NOWHERE);
        Entry entry = new Entry(Uuids.next(), dates.now(), incident, 0);
        store.add(List.of(entry));
        done.fire(new Done(entry));
    }

    void log(@Observes(during = TransactionPhase.AFTER_SUCCESS) Done line) {
        AuditTrail.log(line.entry());
    }
}
