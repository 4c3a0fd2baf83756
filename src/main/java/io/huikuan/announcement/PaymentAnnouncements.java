package io.huikuan.announcement;

import io.huikuan.announcement.data.AnnouncementReads;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.NodesFinder;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Answers announced payments, the newest first. What the actor may not see does not exist. */
@ApplicationScoped
@Transactional
public class PaymentAnnouncements implements NodesFinder {

    private final AnnouncementReads reads;

    PaymentAnnouncements(AnnouncementReads reads) {
        this.reads = reads;
    }

    /** A page of all that match. */
    public Page<PaymentAnnouncement> page(PaymentAnnouncementFilter filter, Paging paging) {
        return reads.page(filter, paging);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.PAYMENT_ANNOUNCEMENT;
    }

    @Override
    public Optional<PaymentAnnouncement> find(UUID id) {
        return Optional.ofNullable(reads.byIds(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, PaymentAnnouncement> findAll(Set<UUID> ids) {
        return reads.byIds(ids);
    }

    /** What each of the announcements is for: ids of receivables. */
    public Map<UUID, List<UUID>> receivablesOf(Collection<UUID> announcements) {
        return announcements.isEmpty() ? Map.of() : reads.receivablesOf(announcements);
    }
}
