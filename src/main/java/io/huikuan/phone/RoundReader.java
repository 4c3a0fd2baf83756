package io.huikuan.phone;

import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.NodesFinder;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.phone.data.ChangeLog;
import io.huikuan.phone.data.ChangeLog.Moved;
import io.huikuan.phone.data.Found;
import io.huikuan.phone.data.ThingReads;
import io.huikuan.phone.domain.Round;
import io.huikuan.phone.domain.RoundCursor;
import io.huikuan.phone.domain.Spot;
import io.huikuan.phone.domain.Step;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the next page of a round: first which things it comes by, step by step, then the things themselves, one statement for each kind. */
@ApplicationScoped
class RoundReader {

    private final ChangeLog log;
    private final ThingReads things;
    private final Map<NodeKind, NodesFinder> finders;

    RoundReader(ChangeLog log, ThingReads things, @All List<NodesFinder> finders) {
        this.log = log;
        this.things = things;
        this.finders = finders.stream().collect(Collectors.toUnmodifiableMap(NodesFinder::kind, Function.identity()));
    }

    /** What a round told, and where it stood before and stands after. */
    record Told(Round before, Round after, List<Node> nodes, List<Deletion> deletions) {

        Changes told(UUID scope) {
            return new Changes(
                    nodes,
                    deletions,
                    RoundCursor.of(scope, after).encoded(),
                    !after.isOver(),
                    before.isFromNothing() && before.isNew(),
                    before.isFromNothing());
        }
    }

    Told read(Round before, int most) {
        List<Found> found = new ArrayList<>();
        Round round = before;
        Moved moved = movedBeyond(before);
        while (!round.isOver() && found.size() < most) {
            List<Found> next = next(round, moved);
            int left = most - found.size();
            boolean more = next.size() > left;
            found.addAll(more ? next.subList(0, left) : next);
            round = more ? round.at(next.get(left - 1).spot()) : round.atNextStep();
        }
        return told(before, round, found);
    }

    /** Whose sight changed, as far as the round has still to tell of it. */
    private Moved movedBeyond(Round round) {
        boolean done = round.spot().step().compareTo(Step.ALERTS_OF_USERS) > 0;
        return round.isFromNothing() || done ? Moved.NOBODY : log.moved(round);
    }

    /** The next things of the round's step, more than a page where there are more. */
    private List<Found> next(Round round, Moved moved) {
        Step step = round.spot().step();
        if (step.isWhole()) {
            return round.isFromNothing()
                    ? things.ofAll(round)
                    : moved.seen().isEmpty() ? List.of() : things.of(moved.seen(), round);
        }
        return switch (step) {
            case GONE -> gone(moved.gone(), round.spot());
            case ALERTS_OF_USERS -> moved.users().isEmpty() ? List.of() : things.alertsOf(moved.users(), round);
            default -> log.touched(round);
        };
    }

    private static List<Found> gone(List<UUID> customers, Spot spot) {
        // As PostgreSQL orders ids, and has ordered these: by their digits, not by their signed halves.
        return customers.stream()
                .filter(id -> id.toString().compareTo(spot.id().toString()) > 0)
                .limit(Paging.MOST + 1L)
                .map(id -> new Found(ThingKind.CUSTOMER, Spot.at(Step.GONE, id, id)))
                .toList();
    }

    private Told told(Round before, Round after, List<Found> found) {
        Map<ThingKind, Set<UUID>> wanted = found.stream()
                .filter(one -> one.spot().step() != Step.GONE)
                .collect(Collectors.groupingBy(Found::kind, Collectors.mapping(Found::id, Collectors.toSet())));
        Map<UUID, Node> known = new HashMap<>();
        wanted.forEach((kind, ids) -> known.putAll(finders.get(kind.node()).findAll(ids)));
        List<Node> nodes = found.stream()
                .filter(one -> one.spot().step() != Step.GONE && known.containsKey(one.id()))
                .map(one -> known.get(one.id()))
                .distinct()
                .toList();
        List<Deletion> deletions = found.stream()
                .filter(one -> isDeletion(one, known.keySet()))
                .map(one -> new Deletion(NodeId.of(one.kind().node(), one.id()), one.kind()))
                .distinct()
                .toList();
        return new Told(before, after, nodes, deletions);
    }

    /** What was touched and is not there any more is to be forgotten; what vanished just now is told by the next round. */
    private static boolean isDeletion(Found one, Set<UUID> known) {
        return switch (one.spot().step()) {
            case GONE -> true;
            case TOUCHED -> !known.contains(one.id());
            default -> false;
        };
    }
}
