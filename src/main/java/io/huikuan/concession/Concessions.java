package io.huikuan.concession;

import io.huikuan.concession.data.ConcessionReads;
import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers concessions, the newest first. What the actor may not see does not exist. */
@ApplicationScoped
@Transactional
public class Concessions implements NodeFinder {

    private final ConcessionReads reads;

    Concessions(ConcessionReads reads) {
        this.reads = reads;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.CONCESSION;
    }

    @Override
    public Optional<Concession> find(UUID id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /** Those of the ids that can be seen. */
    public Map<UUID, Concession> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : reads.byIds(ids);
    }

    /** A page of all that match. */
    public Page<Concession> page(ConcessionFilter filter, Paging paging) {
        return reads.page(filter, false, paging);
    }

    /** A page of those of which something was offered or granted, which is what a customer may know of. */
    public Page<Concession> shown(Paging paging) {
        return reads.page(ConcessionFilter.ALL, true, paging);
    }

    /** A page of each customer's concessions. */
    public Map<UUID, Page<Concession>> pages(Collection<UUID> customers, Paging paging) {
        return reads.pages(customers, paging);
    }

    /** What was offered for each of the concessions, the latest round first. */
    public Map<UUID, List<ConcessionOffer>> offersOf(Collection<UUID> concessions) {
        return concessions.isEmpty() ? Map.of() : reads.offersOf(concessions);
    }

    /** What was granted of each of the concessions, step by step, and how it stands today. */
    public Map<UUID, List<ConcessionStep>> stepsOf(Collection<UUID> concessions) {
        return concessions.isEmpty() ? Map.of() : reads.stepsOf(concessions);
    }
}
