package io.huikuan.strategy;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.Receivables;
import io.huikuan.strategy.data.ActionStore;
import io.huikuan.strategy.data.PauseStore;
import io.huikuan.strategy.data.PauseStore.NewPause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Pauses what strategies do, always until a day and for a reason: of a receivable, of a customer, or of the whole tenant, the latter by who sees all of it. A pause ends tasks
 * and letters that have nothing else to ask for. What was said stays.
 */
@ApplicationScoped
@Transactional
public class DunningPauses implements NodeFinder {

    private static final int LONGEST_DAYS = 366;
    private static final int LONGEST_REASON = 500;

    private final PauseStore store;
    private final ActionStore actions;
    private final CustomerLocks customers;
    private final Receivables receivables;
    private final ClientKeys clientKeys;
    private final CurrentActor actor;
    private final BusinessDates dates;

    DunningPauses(
            PauseStore store,
            ActionStore actions,
            CustomerLocks customers,
            Receivables receivables,
            ClientKeys clientKeys,
            CurrentActor actor,
            BusinessDates dates) {
        this.store = store;
        this.actions = actions;
        this.customers = customers;
        this.receivables = receivables;
        this.clientKeys = clientKeys;
        this.actor = actor;
        this.dates = dates;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.DUNNING_PAUSE;
    }

    @Override
    public Optional<DunningPause> find(UUID id) {
        return store.find(id);
    }

    /** A page of all that match, the newest first. */
    public Page<DunningPause> page(DunningPauseFilter filter, Paging paging) {
        return store.page(filter, paging);
    }

    /** The pauses that count today of each of the customers and of its receivables. */
    public Map<UUID, List<DunningPause>> liveOf(Collection<UUID> customers) {
        return store.liveOf(customers);
    }

    /** Through which day each of the receivables is paused today; those that are not are left out. */
    public Map<UUID, LocalDate> pausedThrough(Collection<UUID> receivables) {
        return store.pausedThrough(receivables);
    }

    /** Pauses from today on. */
    public Outcome<DunningPause> pause(PauseDunning wish) {
        return clientKeys.onceNew(new Wish("pauseDunning", wish.clientKey(), wish), id -> paused(id, wish), this::find);
    }

    /** Of what: both are null where it is the whole tenant. */
    private record Scope(UUID customer, UUID receivable) {}

    private Outcome<DunningPause> paused(UUID id, PauseDunning wish) {
        return scope(wish).flatMap(scope -> {
            Refusals refusals = new Refusals();
            String reason = refusals.required("reason", wish.reason(), LONGEST_REASON);
            LocalDate today = dates.today();
            refusals.unless(
                    !wish.until().isBefore(today) && !wish.until().isAfter(today.plusDays(LONGEST_DAYS)),
                    ErrorCode.INVALID_VALUE,
                    "until",
                    "The last day is " + today + " to " + today.plusDays(LONGEST_DAYS) + ".");
            if (refusals.any()) {
                return refusals.outcome();
            }
            store.insert(new NewPause(id, scope.customer(), scope.receivable(), reason, wish.until()));
            endGone(scope.customer());
            return Outcome.done(find(id).orElseThrow());
        });
    }

    private void endGone(UUID customerOrNull) {
        if (customerOrNull == null) {
            actions.endGone();
        } else {
            actions.endGone(Set.of(customerOrNull));
        }
    }

    private Outcome<Scope> scope(PauseDunning wish) {
        if (wish.customerId() != null && wish.receivableId() != null) {
            return Outcome.refused(
                    ErrorCode.EXACTLY_ONE, "receivableId", "Name a customer or a receivable, or neither.");
        }
        if (wish.receivableId() != null) {
            return NodeId.uuid(NodeKind.RECEIVABLE, wish.receivableId())
                    .flatMap(id ->
                            Optional.ofNullable(receivables.byIds(List.of(id)).get(id)))
                    .map(this::of)
                    .orElseGet(
                            () -> Outcome.refused(ErrorCode.NOT_FOUND, "receivableId", "There is no such receivable."));
        }
        if (wish.customerId() != null) {
            return customers
                    .lock(wish.customerId())
                    .map(locked -> Outcome.done(new Scope(locked.id(), null)))
                    .orElseGet(() -> Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer."));
        }
        return actor.get().seesAllCustomers()
                ? Outcome.done(new Scope(null, null))
                : Outcome.refused(ErrorCode.REQUIRED, "customerId", "Name one of your customers.");
    }

    private Outcome<Scope> of(Receivable receivable) {
        customers.lock(receivable.customer());
        return Outcome.done(new Scope(receivable.customer(), NodeId.uuidOf(receivable.id())));
    }

    /** Ends a pause today; what was due meanwhile is not made up for, but for the latest step. */
    public Outcome<DunningPause> resume(ResumeDunning wish) {
        return clientKeys.once(
                new Wish("resumeDunning", wish.clientKey(), wish), () -> resumed(wish), DunningPause::uuid, this::find);
    }

    private Outcome<DunningPause> resumed(ResumeDunning wish) {
        Optional<DunningPause> pause =
                NodeId.uuid(NodeKind.DUNNING_PAUSE, wish.id()).flatMap(this::find);
        if (pause.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such pause.");
        }
        Refusals refusals = new Refusals();
        String reason = refusals.required("reason", wish.reason(), LONGEST_REASON);
        refusals.unless(
                pause.get().customer() != null || actor.get().seesAllCustomers(),
                ErrorCode.INVALID_STATUS,
                "id",
                "It is of other customers than yours too.");
        if (refusals.any()) {
            return refusals.outcome();
        }
        if (pause.get().version() != wish.version()) {
            return Outcome.refused(ErrorCode.STALE, "version", "The pause changed since: read it again.");
        }
        if (!pause.get().live()) {
            return Outcome.refused(ErrorCode.INVALID_STATUS, "id", "The pause does not hold anything today.");
        }
        return store.end(pause.get().uuid(), wish.version(), reason)
                ? Outcome.done(find(pause.get().uuid()).orElseThrow())
                : Outcome.refused(ErrorCode.STALE, "version", "The pause changed since: read it again.");
    }
}
