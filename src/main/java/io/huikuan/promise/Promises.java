package io.huikuan.promise;

import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.NodesFinder;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.promise.data.PromiseReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Answers promises, the newest first. What the actor may not see does not exist. */
@ApplicationScoped
@Transactional
public class Promises implements NodesFinder {

    private final PromiseReads reads;

    Promises(PromiseReads reads) {
        this.reads = reads;
    }

    /** A page of all that match. */
    public Page<PromiseToPay> page(PromiseFilter filter, Paging paging) {
        return reads.page(filter, paging);
    }

    /** A page of each customer's promises; of these statuses, or of all where there is none. */
    public Map<UUID, Page<PromiseToPay>> pages(Collection<UUID> customers, Set<PromiseStatus> statuses, Paging paging) {
        return reads.pages(customers, statuses, paging);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.PROMISE;
    }

    @Override
    public Optional<PromiseToPay> find(UUID id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, PromiseToPay> findAll(Set<UUID> ids) {
        return byIds(ids);
    }

    /** Those of the ids that can be seen. */
    public Map<UUID, PromiseToPay> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : reads.byIds(ids);
    }

    /** What each of the promises covers: ids of receivables, the oldest due first. */
    public Map<UUID, List<UUID>> receivablesOf(Collection<UUID> promises) {
        return promises.isEmpty() ? Map.of() : reads.receivablesOf(promises);
    }

    /** The promise of each receivable that is proposed or open; those that have none are left out. */
    public Map<UUID, PromiseToPay> liveOf(Collection<UUID> receivables) {
        Map<UUID, UUID> live = reads.liveOf(receivables);
        Map<UUID, PromiseToPay> found = byIds(new HashSet<>(live.values()));
        Map<UUID, PromiseToPay> byReceivable = new HashMap<>();
        live.forEach((receivable, promise) -> byReceivable.put(receivable, found.get(promise)));
        byReceivable.values().removeIf(Objects::isNull);
        return byReceivable;
    }

    /** Through which day each of the receivables is held from dunning today; those that are not are left out. */
    public Map<UUID, LocalDate> heldThrough(Collection<UUID> receivables) {
        return reads.heldThrough(receivables);
    }
}
