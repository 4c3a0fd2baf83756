package io.huikuan.concession;

import io.huikuan.concession.data.ConcessionStore;
import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Does something to a concession once, under its customer's lock and at the version that was seen. */
@ApplicationScoped
class LockedConcessions {

    private final CustomerLocks customers;
    private final ConcessionStore store;
    private final Concessions concessions;
    private final ClientKeys clientKeys;
    private final Event<ConcessionChanged> changed;

    LockedConcessions(
            CustomerLocks customers,
            ConcessionStore store,
            Concessions concessions,
            ClientKeys clientKeys,
            Event<ConcessionChanged> changed) {
        this.customers = customers;
        this.store = store;
        this.concessions = concessions;
        this.clientKeys = clientKeys;
        this.changed = changed;
    }

    /** The concession after the work, or why there was none. */
    Outcome<Concession> once(Wish wish, String id, int version, Function<Concession, Outcome<UUID>> work) {
        return clientKeys.once(wish, () -> done(id, version, work), Concession::uuid, concessions::find);
    }

    private Outcome<Concession> done(String id, int version, Function<Concession, Outcome<UUID>> work) {
        Optional<UUID> uuid = NodeId.uuid(NodeKind.CONCESSION, id);
        Optional<LockedCustomer> customer = uuid.flatMap(store::customerOf).flatMap(customers::lock);
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such concession.");
        }
        Concession seen = concessions.find(uuid.get()).orElseThrow();
        if (seen.version() != version) {
            return Outcome.refused(ErrorCode.STALE, "version", "The concession changed since: read it again.");
        }
        return work.apply(seen).map(done -> {
            changed.fire(new ConcessionChanged(customer.get().id()));
            return concessions.find(done).orElseThrow();
        });
    }

    /** The refusal when its status does not allow this. */
    static Outcome<UUID> notAllowed(Concession concession) {
        return Outcome.refused(
                ErrorCode.INVALID_STATUS,
                "id",
                "The concession is " + concession.status() + ", which does not allow this.");
    }
}
