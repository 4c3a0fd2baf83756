package io.huikuan.ledger;

import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.data.InstallmentReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers installments, of own terms and of plans, as they stand on the business date. */
@ApplicationScoped
@Transactional
public class Installments implements NodeFinder {

    private final InstallmentReads reads;

    Installments(InstallmentReads reads) {
        this.reads = reads;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.INSTALLMENT;
    }

    @Override
    public Optional<Installment> find(UUID id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /** Those of the ids that the actor may see. */
    public Map<UUID, Installment> byIds(Collection<UUID> ids) {
        return reads.byIds(ids);
    }

    /** Those of each plan's schedule in force. */
    public Map<UUID, List<Installment>> ofPlans(Collection<UUID> plans) {
        return reads.ofPlans(plans);
    }

    /** A page of each customer's, of the schedules that rule, in the order of their due dates; all of them or only those with something open. */
    public Map<UUID, Page<Installment>> pages(Collection<UUID> customers, boolean openOnly, Paging paging) {
        return reads.pages(customers, openOnly, paging);
    }

    /** How often each of these, which the actor is known to see, has changed, and when last. */
    public Map<UUID, InstallmentRevision> revisions(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : reads.revisions(ids);
    }

    /** The oldest unpaid one of each customer. */
    public Map<UUID, Installment> nextOfCustomers(Collection<UUID> customers) {
        return reads.nextOfCustomers(customers);
    }
}
