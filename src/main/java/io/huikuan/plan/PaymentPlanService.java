package io.huikuan.plan;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.DocumentNumbers;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.ledger.Schedules;
import io.huikuan.ledger.domain.DatedAmount;
import io.huikuan.plan.ProposalRules.Claim;
import io.huikuan.plan.data.PlanReads;
import io.huikuan.plan.data.PlanStore;
import io.huikuan.plan.data.PlanStore.Decision;
import io.huikuan.plan.data.PlanStore.NewPlan;
import io.huikuan.tenant.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Proposes payment plans and decides on them (rule 9). Every use case locks the customer first and is safe to repeat with its client key. A
 * plan takes effect on the business date of its approval.
 */
@ApplicationScoped
@Transactional
public class PaymentPlanService {

    private static final String PREFIX = "PP";
    private static final int LONGEST_NOTE = 2000;

    private final CustomerLocks customers;
    private final PaymentPlans plans;
    private final ProposalRules rules;
    private final PlanStore store;
    private final PlanReads reads;
    private final Schedules schedules;
    private final Users users;
    private final ClientKeys clientKeys;
    private final BusinessDates dates;
    private final CurrentActor actor;

    PaymentPlanService(
            CustomerLocks customers,
            PaymentPlans plans,
            ProposalRules rules,
            PlanStore store,
            PlanReads reads,
            Schedules schedules,
            Users users,
            ClientKeys clientKeys,
            BusinessDates dates,
            CurrentActor actor) {
        this.customers = customers;
        this.plans = plans;
        this.rules = rules;
        this.store = store;
        this.reads = reads;
        this.schedules = schedules;
        this.users = users;
        this.clientKeys = clientKeys;
        this.dates = dates;
        this.actor = actor;
    }

    /** Proposes a plan over open receivables of one customer; it comes into force at once where the tenant's rule approves it. */
    public Outcome<PaymentPlan> propose(ProposePaymentPlan wish) {
        return once("proposePaymentPlan", wish.clientKey(), wish, () -> proposeNow(wish));
    }

    private Outcome<UUID> proposeNow(ProposePaymentPlan wish) {
        Optional<UUID> customer = NodeId.uuid(NodeKind.CUSTOMER, wish.customerId())
                .filter(id -> customers.lock(id).isPresent());
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer.");
        }
        Refusals refusals = new Refusals();
        String note = refusals.optionalProse("note", wish.note(), LONGEST_NOTE);
        Claim claim = refusals.take(rules.claim(wish.receivableIds(), customer.get()));
        if (claim == null) {
            return refusals.outcome();
        }
        List<DatedAmount> rows = refusals.take(rules.rows(wish, claim.open()));
        Set<UUID> superseded = refusals.take(rules.takenOver(claim.receivables(), "receivableIds"));
        if (refusals.any()) {
            return refusals.outcome();
        }
        UUID id = Uuids.next();
        store.insert(new NewPlan(
                id,
                customer.get(),
                DocumentNumbers.next(PREFIX),
                claim.open(),
                rules.graceDays(),
                note,
                actor.get().user().orElse(null),
                claim.receivables()));
        schedules.propose(
                new Schedules.Proposal(id, customer.get(), claim.open().currency(), rows));
        if (rules.approvedByRule(claim, rows)) {
            putIntoForce(
                    id, claim.receivables(), superseded, new Decision(PlanStatus.ACTIVE, dates.today(), null, null));
        }
        return Outcome.done(id);
    }

    /**
     * Approves a plan, which rules from the business date on and takes over from the plans that it touches. Refused with
     * PROPOSER_CANNOT_APPROVE for the proposer, unless he is an ADMIN and nobody else could; PLAN_OUTDATED when its rows no longer sum to what
     * is open; PLAN_OVERLAP when a plan came into force meanwhile of which it leaves something out.
     */
    public Outcome<PaymentPlan> approve(DecidePaymentPlan wish) {
        return decide("approvePaymentPlan", wish, this::approveNow);
    }

    private Outcome<UUID> approveNow(PaymentPlan plan, Decided by) {
        UUID id = NodeId.uuidOf(plan.id());
        if (plan.status() != PlanStatus.PROPOSED) {
            return notAllowed(plan);
        }
        if (!mayApprove(plan)) {
            return Outcome.refused(
                    ErrorCode.PROPOSER_CANNOT_APPROVE, "id", "Whoever proposed the plan may not approve it.");
        }
        Set<UUID> receivables = new HashSet<>(reads.receivablesOf(List.of(id)).getOrDefault(id, List.of()));
        BigDecimal open =
                schedules.openOf(receivables, dates.today()).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (open.compareTo(plan.total().value()) != 0) {
            return Outcome.refused(
                    ErrorCode.PLAN_OUTDATED,
                    "id",
                    "The rows sum to " + plan.total() + ", open is " + open.toPlainString() + ": propose a new plan.");
        }
        return rules.takenOver(receivables, "id").map(superseded -> {
            putIntoForce(id, receivables, superseded, by.decision(PlanStatus.ACTIVE));
            return id;
        });
    }

    private boolean mayApprove(PaymentPlan plan) {
        Actor by = actor.get();
        if (by.user().isEmpty() || !by.user().get().equals(plan.proposerId())) {
            return true;
        }
        return by.is(Role.ADMIN) && !users.someoneElseMayDecide(plan.proposerId());
    }

    /** Statuses first: whoever observes the ledger must find them as they are to be. */
    private void putIntoForce(UUID plan, Set<UUID> receivables, Set<UUID> superseded, Decision decision) {
        store.supersede(superseded, decision.on());
        store.activate(plan, decision);
        schedules.start(new Schedules.Start(plan, receivables, superseded), decision.on());
    }

    /** Turns a proposed plan down. */
    public Outcome<PaymentPlan> reject(DecidePaymentPlan wish) {
        return decide("rejectPaymentPlan", wish, (plan, by) -> {
            if (plan.status() != PlanStatus.PROPOSED) {
                return notAllowed(plan);
            }
            UUID id = NodeId.uuidOf(plan.id());
            store.end(id, by.decision(PlanStatus.REJECTED));
            return Outcome.done(id);
        });
    }

    /**
     * Withdraws a proposed plan, or ends an active one: the own terms of its receivables rule again from the business date on. A REP may only
     * withdraw what he proposed himself, else this is FORBIDDEN.
     */
    public Outcome<PaymentPlan> cancel(DecidePaymentPlan wish) {
        return decide("cancelPaymentPlan", wish, this::cancelNow);
    }

    private Outcome<UUID> cancelNow(PaymentPlan plan, Decided by) {
        if (!mayCancel(plan)) {
            throw new Problem(ErrorCode.FORBIDDEN, "Your role may only withdraw what you proposed yourself.");
        }
        UUID id = NodeId.uuidOf(plan.id());
        switch (plan.status()) {
            case PROPOSED -> store.end(id, by.decision(PlanStatus.CANCELLED));
            case ACTIVE -> {
                store.end(id, new Decision(PlanStatus.CANCELLED, dates.today(), null, by.note()));
                schedules.returnToTerms(id, dates.today());
            }
            default -> {
                return notAllowed(plan);
            }
        }
        return Outcome.done(id);
    }

    private boolean mayCancel(PaymentPlan plan) {
        Actor by = actor.get();
        boolean decides = by.isSystem() || by.is(Role.ADMIN) || by.is(Role.FINANCE) || by.is(Role.MANAGER);
        boolean own = by.user().filter(user -> user.equals(plan.proposerId())).isPresent();
        return decides || (own && plan.status() == PlanStatus.PROPOSED);
    }

    private static Outcome<UUID> notAllowed(PaymentPlan plan) {
        return Outcome.refused(
                ErrorCode.INVALID_STATUS, "id", "The plan is " + plan.status() + ", which does not allow this.");
    }

    /** Who decides, and what he writes about it. */
    private record Decided(UUID decider, String note, BusinessDates dates) {
        Decision decision(PlanStatus status) {
            return new Decision(status, dates.today(), decider, note);
        }
    }

    private Outcome<PaymentPlan> decide(
            String mutation, DecidePaymentPlan wish, BiFunction<PaymentPlan, Decided, Outcome<UUID>> work) {
        return once(mutation, wish.clientKey(), wish, () -> {
            Optional<PaymentPlan> plan = locked(wish.id());
            if (plan.isEmpty()) {
                return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such plan.");
            }
            Refusals refusals = new Refusals();
            String note = refusals.optionalProse("note", wish.note(), LONGEST_NOTE);
            refusals.unless(
                    plan.get().version() == wish.version(),
                    ErrorCode.STALE,
                    "version",
                    "The plan changed since: read it again.");
            return refusals.any()
                    ? refusals.outcome()
                    : work.apply(plan.get(), new Decided(actor.get().user().orElse(null), note, dates));
        });
    }

    /** The plan as it stands once its customer is locked. */
    private Optional<PaymentPlan> locked(String id) {
        return plans.find(id)
                .filter(seen -> customers.lock(seen.customerId()).isPresent())
                .flatMap(seen -> plans.find(seen.id()));
    }

    private Outcome<PaymentPlan> once(String mutation, String clientKey, Object wish, Supplier<Outcome<UUID>> effect) {
        return clientKeys.once(
                new Wish(mutation, clientKey, wish),
                () -> effect.get().map(id -> plans.find(id).orElseThrow()),
                plan -> NodeId.uuidOf(plan.id()),
                plans::find);
    }
}
