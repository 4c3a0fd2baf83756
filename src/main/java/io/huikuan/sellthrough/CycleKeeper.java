package io.huikuan.sellthrough;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.sellthrough.data.CycleStore;
import io.huikuan.sellthrough.data.CycleStore.CycleRow;
import io.huikuan.sellthrough.data.CycleStore.FindingRow;
import io.huikuan.sellthrough.data.CycleStore.StoredCycle;
import io.huikuan.sellthrough.data.DeliveryStore;
import io.huikuan.sellthrough.data.SellOutStore;
import io.huikuan.sellthrough.domain.CycleMatching;
import io.huikuan.sellthrough.domain.StockCycle;
import io.huikuan.sellthrough.domain.StockCycles;
import io.huikuan.sellthrough.domain.StockDelivery;
import io.huikuan.sellthrough.domain.StockReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps the stored cycles in step with the facts: derives those of given customers anew, a few statements for all of them. */
@ApplicationScoped
class CycleKeeper {

    /** How many customers' facts are held in memory at once. */
    private static final int AT_ONCE = 1000;

    private final DeliveryStore deliveries;
    private final SellOutStore reports;
    private final CycleStore cycles;
    private final CurrentActor actor;
    private final Event<SellThroughChanged> changed;

    CycleKeeper(
            DeliveryStore deliveries,
            SellOutStore reports,
            CycleStore cycles,
            CurrentActor actor,
            Event<SellThroughChanged> changed) {
        this.deliveries = deliveries;
        this.reports = reports;
        this.cycles = cycles;
        this.actor = actor;
        this.changed = changed;
    }

    /** Derives the cycles of these customers, whose rows are locked, and tells about it. */
    void derive(Collection<UUID> customers) {
        List<UUID> all = List.copyOf(new HashSet<>(customers));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            deriveSome(all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
        if (!all.isEmpty()) {
            changed.fire(new SellThroughChanged(actor.get().tenant(), Set.copyOf(all)));
        }
    }

    private void deriveSome(List<UUID> customers) {
        Actor who = actor.get();
        Map<UUID, Decimal> thresholds = cycles.thresholds(customers);
        Map<UUID, List<StockDelivery>> delivered = deliveries.ofCustomers(customers);
        Map<UUID, List<StockReport>> reported = reports.ofCustomers(customers);
        Map<UUID, List<StoredCycle>> stored = cycles.stored(customers);
        List<CycleRow> cycleRows = new ArrayList<>();
        List<FindingRow> findingRows = new ArrayList<>();
        for (UUID customer : customers) {
            Decimal threshold = thresholds.get(customer);
            StockCycles outcome = StockCycles.replay(
                    threshold,
                    who.baseCurrency(),
                    delivered.getOrDefault(customer, List.of()),
                    reported.getOrDefault(customer, List.of()));
            List<CycleRow> rows = rows(customer, threshold, outcome.cycles(), stored.getOrDefault(customer, List.of()));
            cycleRows.addAll(rows);
            findingRows.addAll(findings(customer, outcome, rows));
        }
        cycles.write(customers, cycleRows, findingRows);
    }

    private static List<CycleRow> rows(
            UUID customer, Decimal threshold, List<StockCycle> cycles, List<StoredCycle> stored) {
        List<UUID> ids = CycleMatching.ids(
                cycles.stream().map(StockCycle::startedBy).toList(),
                stored.stream()
                        .map(cycle -> new CycleMatching.Known(cycle.id(), cycle.delivery()))
                        .toList(),
                Uuids::next);
        List<CycleRow> rows = new ArrayList<>();
        for (int i = 0; i < cycles.size(); i++) {
            rows.add(new CycleRow(ids.get(i), customer, i + 1, threshold, cycles.get(i)));
        }
        return rows;
    }

    private static List<FindingRow> findings(UUID customer, StockCycles outcome, List<CycleRow> rows) {
        Map<UUID, UUID> idByDelivery = new HashMap<>();
        rows.forEach(row -> idByDelivery.put(row.cycle().startedBy(), row.id()));
        return outcome.findings().stream()
                .map(finding -> new FindingRow(
                        customer, finding.cycle().map(idByDelivery::get).orElse(null), finding))
                .toList();
    }
}
