package io.huikuan.dispute;

import io.huikuan.attachment.Attachment;
import io.huikuan.attachment.Attachments;
import io.huikuan.dispute.data.DisputeReads;
import io.huikuan.dispute.data.EvidenceStore;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.NodesFinder;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Answers disputes, the newest first. What the actor may not see does not exist. */
@ApplicationScoped
@Transactional
public class Disputes implements NodesFinder {

    private final DisputeReads reads;
    private final EvidenceStore evidence;
    private final Attachments attachments;
    private final CurrentActor actor;

    Disputes(DisputeReads reads, EvidenceStore evidence, Attachments attachments, CurrentActor actor) {
        this.reads = reads;
        this.evidence = evidence;
        this.attachments = attachments;
        this.actor = actor;
    }

    /** A page of all that match. */
    public Page<Dispute> page(DisputeFilter filter, Paging paging) {
        return reads.page(filter, paging);
    }

    /** A page of each customer's disputes; of these statuses, or of all where there is none. */
    public Map<UUID, Page<Dispute>> pages(Collection<UUID> customers, Set<DisputeStatus> statuses, Paging paging) {
        return reads.pages(customers, statuses, paging);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.DISPUTE;
    }

    @Override
    public Optional<Dispute> find(UUID id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, Dispute> findAll(Set<UUID> ids) {
        return byIds(ids);
    }

    /** Those of the ids that can be seen. */
    public Map<UUID, Dispute> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : reads.byIds(ids);
    }

    /** A page of what was said about each of the disputes, the oldest first; a partner reads nothing internal. */
    public Map<UUID, Page<DisputeComment>> comments(Collection<UUID> disputes, Paging paging) {
        return reads.comments(disputes, !actor.get().is(Role.PARTNER), paging);
    }

    /** The files that are shown with each of the disputes; one without is left out. */
    public Map<UUID, List<Attachment>> attachmentsOf(Collection<UUID> disputes) {
        Map<UUID, List<UUID>> shown = evidence.shownWith(disputes);
        Set<UUID> ids = shown.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        Map<UUID, Attachment> found = ids.isEmpty() ? Map.of() : attachments.byIds(ids);
        Map<UUID, List<Attachment>> byDispute = new HashMap<>();
        shown.forEach((dispute, its) -> byDispute.put(
                dispute, its.stream().map(found::get).filter(Objects::nonNull).toList()));
        return byDispute;
    }

    /** How much of each of the receivables is disputed today; of which nothing is, is left out. */
    public Map<UUID, BigDecimal> disputedOf(Collection<UUID> receivables) {
        return reads.disputedOf(receivables);
    }

    /** How much of each of the receivables its customer may be reminded of today; of which nothing is, is left out. */
    public Map<UUID, BigDecimal> dunnableOf(Collection<UUID> receivables) {
        return reads.dunnableOf(receivables);
    }
}
