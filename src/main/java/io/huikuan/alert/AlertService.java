package io.huikuan.alert;

import io.huikuan.alert.data.AlertStore;
import io.huikuan.alert.data.AlertStore.LockedAlert;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * What people do with alerts (rule 19). A resolved alert takes no wish but comes back by itself when its cause does. Each use case is
 * safe to repeat with its client key.
 */
@ApplicationScoped
@Transactional
public class AlertService {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_SNOOZE_DAYS = 366;
    private static final OptionalInt ANY = OptionalInt.empty();

    private final AlertStore store;
    private final Alerts alerts;
    private final ClientKeys clientKeys;
    private final BusinessDates dates;

    AlertService(AlertStore store, Alerts alerts, ClientKeys clientKeys, BusinessDates dates) {
        this.store = store;
        this.alerts = alerts;
        this.clientKeys = clientKeys;
        this.dates = dates;
    }

    /** The wish to take an alert up. */
    public record Acknowledge(String clientKey, String id) {}

    /** The wish to put an alert aside until a day, from which on it is open again. */
    public record Snooze(String clientKey, String id, LocalDate until) {}

    /** The wish to resolve an alert for a reason, although its cause may still stand. */
    public record Resolve(String clientKey, String id, String reason) {}

    /** The wish to give an alert to somebody. */
    public record Assign(String clientKey, String id, String assigneeId) {}

    /** Somebody has taken it up; one that was taken up already stays so. */
    public Outcome<Alert> acknowledge(Acknowledge wish) {
        return acknowledge(wish, ANY);
    }

    /** The same for who saw this occurrence of it; STALE when its cause has come again since. */
    public Outcome<Alert> acknowledge(Acknowledge wish, OptionalInt seen) {
        Target target = new Target(wish.id(), seen);
        return once(wish("acknowledgeAlert", wish.clientKey(), wish, seen), target, (alert, refusals) -> {
            store.acknowledge(alert.id());
            return Outcome.done(alert.id());
        });
    }

    /** Puts it aside until a day after the business date, at most a year away. */
    public Outcome<Alert> snooze(Snooze wish) {
        return snooze(wish, ANY);
    }

    /** The same for who saw this occurrence of it; STALE when its cause has come again since. */
    public Outcome<Alert> snooze(Snooze wish, OptionalInt seen) {
        Target target = new Target(wish.id(), seen);
        return once(wish("snoozeAlert", wish.clientKey(), wish, seen), target, (alert, refusals) -> {
            LocalDate today = dates.today();
            refusals.unless(
                    wish.until().isAfter(today),
                    ErrorCode.DATE_IN_PAST,
                    "until",
                    "It must be a day after the business date, " + today + ".");
            refusals.unless(
                    !wish.until().isAfter(today.plusDays(LONGEST_SNOOZE_DAYS)),
                    ErrorCode.INVALID_VALUE,
                    "until",
                    "An alert is put aside for at most a year.");
            if (refusals.any()) {
                return refusals.outcome();
            }
            store.snooze(alert.id(), wish.until());
            return Outcome.done(alert.id());
        });
    }

    /** Resolves it; it stays silent until the due date changes or money is reversed (rule 16). */
    public Outcome<Alert> resolve(Resolve wish) {
        return resolve(wish, ANY);
    }

    /** The same for who saw this occurrence of it; STALE when its cause has come again since. */
    public Outcome<Alert> resolve(Resolve wish, OptionalInt seen) {
        Target target = new Target(wish.id(), seen);
        return once(wish("resolveAlert", wish.clientKey(), wish, seen), target, (alert, refusals) -> {
            String reason = refusals.requiredProse("reason", wish.reason(), LONGEST_REASON);
            if (refusals.any()) {
                return refusals.outcome();
            }
            store.resolve(alert.id(), reason);
            return Outcome.done(alert.id());
        });
    }

    /** Gives it to an active user who may see the customer; it stays his until it is resolved or he may no longer see the customer. */
    public Outcome<Alert> assign(Assign wish) {
        Target target = new Target(wish.id(), ANY);
        return once(wish("assignAlert", wish.clientKey(), wish, ANY), target, (alert, refusals) -> {
            Optional<UUID> assignee = NodeId.uuid(NodeKind.USER, wish.assigneeId());
            if (assignee.isEmpty() || !store.isUser(assignee.get())) {
                return Outcome.refused(ErrorCode.NOT_FOUND, "assigneeId", "There is no such user.");
            }
            if (!store.seesCustomer(assignee.get(), alert.customer())) {
                return Outcome.refused(
                        ErrorCode.ASSIGNEE_OUT_OF_SCOPE, "assigneeId", "This user may not see the customer.");
            }
            store.assign(alert.id(), assignee.get());
            return Outcome.done(alert.id());
        });
    }

    /** Which alert is meant, and which occurrence of it was seen. */
    private record Target(String id, OptionalInt seen) {}

    /** What was seen tells wishes apart only where it is told: keys that were used before keep their meaning. */
    private static Wish wish(String mutation, String clientKey, Record wish, OptionalInt seen) {
        return new Wish(mutation, clientKey, seen.isEmpty() ? wish : List.of(wish, seen));
    }

    private Outcome<Alert> once(Wish wish, Target target, BiFunction<LockedAlert, Refusals, Outcome<UUID>> effect) {
        return clientKeys.once(
                wish,
                () -> onLiving(target, effect).map(id -> alerts.byId(id).orElseThrow()),
                alert -> NodeId.uuidOf(alert.id()),
                alerts::byId);
    }

    private Outcome<UUID> onLiving(Target target, BiFunction<LockedAlert, Refusals, Outcome<UUID>> effect) {
        Optional<LockedAlert> locked = NodeId.uuid(NodeKind.ALERT, target.id()).flatMap(store::lock);
        if (locked.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such alert.");
        }
        int occurrence = locked.get().occurrence();
        if (target.seen().orElse(occurrence) != occurrence) {
            return Outcome.refused(ErrorCode.STALE, "occurrence", "Its cause came again since: read it again.");
        }
        if (locked.get().isResolved()) {
            return Outcome.refused(ErrorCode.INVALID_STATUS, "id", "The alert is resolved.");
        }
        return effect.apply(locked.get(), new Refusals());
    }
}
