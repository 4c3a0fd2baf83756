package io.huikuan.strategy;

import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.strategy.data.StrategyStore;
import io.huikuan.strategy.data.StrategyStore.Candidate;
import io.huikuan.strategy.data.StrategyStore.Draft;
import io.huikuan.strategy.data.StrategyStore.Locked;
import io.huikuan.strategy.data.StrategyStore.NewStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Drafts, activates and ends strategies. Every change locks the strategy's row and takes the version that was seen, so that of two at once one wins. A manager of a region
 * changes the strategies of his region only.
 */
@ApplicationScoped
@Transactional
public class StrategyService {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REGION = 100;
    private static final int MOST_QUIET_DAYS = 60;
    private static final int QUIET_DAYS = 2;

    private final StrategyStore store;
    private final Strategies strategies;
    private final StepRules rules;
    private final ClientKeys clientKeys;
    private final CurrentActor actor;

    StrategyService(
            StrategyStore store, Strategies strategies, StepRules rules, ClientKeys clientKeys, CurrentActor actor) {
        this.store = store;
        this.strategies = strategies;
        this.rules = rules;
        this.clientKeys = clientKeys;
        this.actor = actor;
    }

    /** Creates a strategy with a draft. */
    public Outcome<Strategy> create(CreateStrategy wish) {
        return clientKeys.onceNew(
                new Wish("createStrategy", wish.clientKey(), wish), id -> created(id, wish), strategies::find);
    }

    private Outcome<Strategy> created(UUID id, CreateStrategy wish) {
        Refusals refusals = new Refusals();
        List<DebtorClass> classes = wish.classes() == null
                ? List.of()
                : wish.classes().stream().distinct().toList();
        String region = Optional.ofNullable(refusals.optional("region", wish.region(), LONGEST_REGION))
                .orElseGet(this::ownRegion);
        String name = refusals.required("name", wish.name(), LONGEST_NAME);
        refusals.unless(mayRule(region), ErrorCode.INVALID_VALUE, "region", "You lead another region.");
        refusals.unless(
                (wish.starter() == null) != (wish.steps() == null),
                ErrorCode.EXACTLY_ONE,
                "steps",
                "Name either a starter or the steps.");
        Draft draft = refusals.any()
                ? null
                : draft(
                        refusals,
                        wish.quietDays(),
                        wish.starter() == null ? wish.steps() : StarterSteps.of(wish.starter()),
                        classes);
        if (refusals.any()) {
            return refusals.outcome();
        }
        store.insert(new NewStrategy(id, name, classes, region));
        if (!store.claim(id, classes, region)) {
            return Outcome.refused(
                    ErrorCode.SEGMENT_TAKEN, "classes", "Another strategy is for some of these customers.");
        }
        store.saveDraft(id, draft);
        return Outcome.done(strategies.find(id).orElseThrow());
    }

    /** The region of a manager who leads one; null for who sees all customers. */
    private String ownRegion() {
        return actor.get().seesAllCustomers() ? null : actor.get().region().orElse(null);
    }

    private boolean mayRule(String regionOrNull) {
        return ownRegion() == null || ownRegion().equals(regionOrNull);
    }

    private Draft draft(Refusals refusals, Integer quietDays, List<StrategyStepWish> steps, List<DebtorClass> classes) {
        refusals.between("quietDays", quietDays, 0, MOST_QUIET_DAYS);
        return new Draft(Objects.requireNonNullElse(quietDays, QUIET_DAYS), rules.checked(refusals, steps, classes));
    }

    /** Replaces the draft, or begins one. */
    public Outcome<Strategy> saveDraft(SaveStrategyDraft wish) {
        return clientKeys.once(
                new Wish("saveStrategyDraft", wish.clientKey(), wish),
                () -> locked(wish.id(), wish.version()).flatMap(strategy -> drafted(strategy, wish)),
                Strategy::uuid,
                strategies::find);
    }

    private Outcome<Strategy> drafted(Locked strategy, SaveStrategyDraft wish) {
        Refusals refusals = new Refusals();
        String name = refusals.optional("name", wish.name(), LONGEST_NAME);
        Draft draft = draft(refusals, wish.quietDays(), wish.steps(), strategy.classes());
        if (refusals.any()) {
            return refusals.outcome();
        }
        store.saveDraft(strategy.id(), draft);
        return changed(strategy, name);
    }

    /**
     * Makes the draft the active version; the one before it is retired. A draft that sends overdue notices, which is the stage FIRM (rule 26), is activated by a MANAGER or ADMIN, and by
     * its drafter only while nobody else could.
     */
    public Outcome<Strategy> activate(DecideStrategy wish) {
        return decide(
                "activateStrategy",
                wish,
                strategy -> store.candidate(strategy.id())
                        .map(draft -> activated(strategy, draft))
                        .orElseGet(
                                () -> Outcome.refused(ErrorCode.INVALID_STATUS, "id", "The strategy has no draft.")));
    }

    private Outcome<Strategy> activated(Locked strategy, Candidate draft) {
        if (draft.isFirm()) {
            if (!actor.get().is(Role.MANAGER) && !actor.get().is(Role.ADMIN)) {
                return Outcome.refused(
                        ErrorCode.STAGE_NEEDS_APPROVAL,
                        "id",
                        "It sends overdue notices: a MANAGER or ADMIN activates it.");
            }
            if (actor.get().user().equals(draft.drafter()) && store.someoneElseMayActivate(strategy)) {
                return Outcome.refused(
                        ErrorCode.PROPOSER_CANNOT_APPROVE,
                        "id",
                        "It sends overdue notices: whoever drafted it last may not activate it.");
            }
        }
        store.activateDraft(strategy.id());
        return changed(strategy, null);
    }

    /** Ends a strategy: its versions are retired, and its customers are free for another. */
    public Outcome<Strategy> end(DecideStrategy wish) {
        return decide("endStrategy", wish, strategy -> {
            store.end(strategy.id());
            return changed(strategy, null);
        });
    }

    private Outcome<Strategy> decide(
            String mutation, DecideStrategy wish, Function<Locked, Outcome<Strategy>> decision) {
        return clientKeys.once(
                new Wish(mutation, wish.clientKey(), wish),
                () -> locked(wish.id(), wish.version()).flatMap(decision),
                Strategy::uuid,
                strategies::find);
    }

    private Outcome<Locked> locked(String id, int version) {
        Optional<Locked> strategy = NodeId.uuid(NodeKind.STRATEGY, id).flatMap(store::lock);
        if (strategy.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such strategy.");
        }
        if (strategy.get().version() != version) {
            return Outcome.refused(ErrorCode.STALE, "version", "The strategy changed since: read it again.");
        }
        if (strategy.get().isEnded()) {
            return Outcome.refused(ErrorCode.INVALID_STATUS, "id", "The strategy was ended.");
        }
        return mayRule(strategy.get().region())
                ? Outcome.done(strategy.get())
                : Outcome.refused(ErrorCode.INVALID_STATUS, "id", "It is for other regions than yours too.");
    }

    private Outcome<Strategy> changed(Locked strategy, String nameOrNull) {
        store.touch(strategy.id(), nameOrNull);
        return Outcome.done(strategies.find(strategy.id()).orElseThrow());
    }
}
