package io.huikuan.sellthrough.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Which cycle derived now is which one derived before, so that ids, and what refers to them, survive facts that come late. A cycle that
 * starts with the same delivery is the same; of the others, oldest first, each takes the place of one that is gone, as when an earlier
 * delivery turns up and a cycle starts with that one.
 */
public final class CycleMatching {

    private CycleMatching() {}

    /** A cycle derived before. */
    public record Known(UUID id, UUID startedBy) {}

    /**
     * The ids of the cycles.
     *
     * @param startedBy the deliveries that start the cycles, oldest first
     * @param known the cycles derived before, oldest first
     * @param fresh makes an id
     */
    public static List<UUID> ids(List<UUID> startedBy, List<Known> known, Supplier<UUID> fresh) {
        Map<UUID, UUID> byDelivery = new HashMap<>();
        known.forEach(cycle -> byDelivery.put(cycle.startedBy(), cycle.id()));
        Deque<UUID> gone = new ArrayDeque<>();
        known.stream().filter(cycle -> !startedBy.contains(cycle.startedBy())).forEach(cycle -> gone.add(cycle.id()));
        List<UUID> ids = new ArrayList<>();
        for (UUID delivery : startedBy) {
            UUID same = byDelivery.get(delivery);
            UUID free = same == null ? gone.poll() : same;
            ids.add(free == null ? fresh.get() : free);
        }
        return ids;
    }
}
