package io.huikuan.alert;

import io.huikuan.alert.data.AlertReads;
import io.huikuan.alert.data.AlertReads.AlertRow;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.NodesFinder;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.text.Language;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Answers alerts, the newest first. What the actor may not see does not exist. */
@ApplicationScoped
@Transactional
public class Alerts implements NodesFinder {

    private final AlertReads reads;
    private final BusinessDates dates;

    Alerts(AlertReads reads, BusinessDates dates) {
        this.reads = reads;
        this.dates = dates;
    }

    /** A page of all that match. */
    public Page<Alert> page(AlertFilter filter, Paging paging) {
        return page(reads.page(filter, paging), paging, paging.counted() ? reads.count(filter) : 0);
    }

    /** A page for each of the customers. */
    public Map<UUID, Page<Alert>> pages(Collection<UUID> customers, AlertFilter filter, Paging paging) {
        Map<UUID, List<AlertRow>> rows = reads.pages(customers, filter, paging);
        Map<UUID, Integer> counts = paging.counted() ? reads.counts(customers, filter) : Map.of();
        Map<UUID, Page<Alert>> pages = new HashMap<>();
        for (UUID customer : customers) {
            pages.put(customer, page(rows.getOrDefault(customer, List.of()), paging, counts.getOrDefault(customer, 0)));
        }
        return pages;
    }

    private Page<Alert> page(List<AlertRow> rows, Paging paging, int count) {
        return Page.of(rows, paging, AlertRow::cursor, count).map(this::shown);
    }

    /** Those of these ids that can be seen. */
    public Map<UUID, Alert> byIds(Set<UUID> ids) {
        Map<UUID, Alert> found = new HashMap<>();
        reads.byIds(ids).forEach((id, row) -> found.put(id, shown(row)));
        return found;
    }

    /** The one with this id. */
    public Optional<Alert> byId(UUID id) {
        return Optional.ofNullable(reads.byIds(List.of(id)).get(id)).map(this::shown);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.ALERT;
    }

    @Override
    public Optional<Alert> find(UUID uuid) {
        return byId(uuid);
    }

    @Override
    public Map<UUID, Alert> findAll(Set<UUID> uuids) {
        return byIds(uuids);
    }

    /** An alert for those of many who may see it. */
    public record Raised(Alert alert, Optional<UUID> customerOwner, Optional<String> customerRegion) {

        /** Whether this actor may see it. */
        public boolean isSeenBy(Actor viewer) {
            return Visibility.sees(viewer, alert.customer(), customerOwner, customerRegion);
        }
    }

    /** Gives the consumer all alerts of a batch, whoever may see them; for the tenant acting for itself. */
    public void raisedIn(UUID batch, Consumer<Raised> consumer) {
        reads.ofBatch(batch, row -> consumer.accept(new Raised(shown(row), row.customerOwner(), row.customerRegion())));
    }

    /** The batches that were made since. */
    public List<UUID> batchesSince(Instant moment) {
        return reads.batchesSince(moment);
    }

    /** The stock cycles into which impossible reports fell, by the subjects of their alerts. */
    public Map<UUID, UUID> cyclesOfFindings(Collection<UUID> subjects) {
        return reads.cyclesOfFindings(subjects);
    }

    private Alert shown(AlertRow row) {
        boolean resolved = row.status() == AlertStatus.RESOLVED;
        LocalDate on = resolved ? row.businessDate() : dates.today();
        return new Alert(
                NodeId.of(NodeKind.ALERT, row.id()),
                row.type(),
                row.severity(),
                row.status(),
                row.raisedAt(),
                row.businessDate(),
                row.occurrence(),
                AlertTitle.of(AlertTitle.Facts.of(row, on), Language.EN),
                row.status() == AlertStatus.SNOOZED ? row.snoozedUntil() : null,
                row.resolvedAt(),
                row.resolvedBecause(),
                row.customer(),
                row.assignee(),
                row.subject());
    }
}
