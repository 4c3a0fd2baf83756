package io.huikuan.dispute;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.dispute.data.DisputeStore;
import io.huikuan.dispute.data.DisputeStore.Decision;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Raises disputes and decides on them (rule 22). Every use case locks the customer first, so that two of them never dispute more than is open, and is
 * safe to repeat with its client key. Whatever is decided of a dispute is decided once.
 */
@ApplicationScoped
@Transactional
public class DisputeService {

    private static final int LONGEST_ANSWER = 500;
    private static final int LONGEST_COMMENT = 2000;

    private final CustomerLocks customers;
    private final DisputeRules rules;
    private final DisputeStore store;
    private final Disputes disputes;
    private final Acceptance acceptance;
    private final Evidence evidence;
    private final ClientKeys clientKeys;
    private final CurrentActor actor;
    private final Event<DisputeChanged> changed;

    DisputeService(
            CustomerLocks customers,
            DisputeRules rules,
            DisputeStore store,
            Disputes disputes,
            Acceptance acceptance,
            Evidence evidence,
            ClientKeys clientKeys,
            CurrentActor actor,
            Event<DisputeChanged> changed) {
        this.customers = customers;
        this.rules = rules;
        this.store = store;
        this.disputes = disputes;
        this.acceptance = acceptance;
        this.evidence = evidence;
        this.clientKeys = clientKeys;
        this.actor = actor;
        this.changed = changed;
    }

    /** Raises a dispute about a part of a receivable. */
    public Outcome<Dispute> open(OpenDispute wish) {
        return clientKeys.onceNew(
                new Wish("openDispute", wish.clientKey(), wish), id -> openNow(id, wish), disputes::find);
    }

    private Outcome<Dispute> openNow(UUID id, OpenDispute wish) {
        Optional<UUID> customer =
                rules.customerOf(wish).flatMap(customers::lock).map(LockedCustomer::id);
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, wish.path(), "There is no such document.");
        }
        return rules.check(id, customer.get(), wish).map(checked -> {
            store.insert(checked);
            changed.fire(new DisputeChanged(customer.get()));
            return disputes.find(id).orElseThrow();
        });
    }

    /** Gives an open dispute to another department, or sets another deadline or reason. */
    public Outcome<Dispute> change(ChangeDispute wish) {
        Seen seen = new Seen(wish.id(), wish.version());
        return once(new Wish("changeDispute", wish.clientKey(), wish), seen, dispute -> {
            Refusals refusals = new Refusals();
            rules.checkDeadline(refusals, wish.deadline());
            if (refusals.any()) {
                return refusals.outcome();
            }
            store.change(dispute.uuid(), wish);
            return Outcome.done(dispute);
        });
    }

    /** Shows files of contact records with the customer with an open dispute. */
    public Outcome<Dispute> attach(AttachToDispute wish) {
        return once(
                new Wish("attachToDispute", wish.clientKey(), wish),
                new Seen(wish.id(), null),
                dispute -> evidence.show(dispute, wish.attachments()));
    }

    /** Accepts a dispute, wholly or in part, and credits what is accepted by the ledger's own use case, in the same transaction. */
    public Outcome<Dispute> accept(AcceptDispute wish) {
        Seen seen = new Seen(wish.id(), wish.version());
        return once(
                new Wish("acceptDispute", wish.clientKey(), wish),
                seen,
                dispute -> acceptance.credit(dispute, wish).map(decision -> {
                    store.decide(dispute.uuid(), decision);
                    return dispute;
                }));
    }

    /** Rejects a dispute with an answer that the customer will read; dunning of it goes on. */
    public Outcome<Dispute> reject(DecideDispute wish) {
        Seen seen = new Seen(wish.id(), wish.version());
        return once(new Wish("rejectDispute", wish.clientKey(), wish), seen, dispute -> {
            Refusals refusals = new Refusals();
            String answer = refusals.requiredProse("answer", wish.answer(), LONGEST_ANSWER);
            return refusals.any()
                    ? refusals.outcome()
                    : decided(dispute, new Decision(DisputeStatus.REJECTED, answer, null, null));
        });
    }

    /** Takes a dispute back. */
    public Outcome<Dispute> withdraw(DecideDispute wish) {
        Seen seen = new Seen(wish.id(), wish.version());
        return once(
                new Wish("withdrawDispute", wish.clientKey(), wish),
                seen,
                dispute -> decided(dispute, new Decision(DisputeStatus.WITHDRAWN, null, null, null)));
    }

    private Outcome<Dispute> decided(Dispute dispute, Decision decision) {
        store.decide(dispute.uuid(), decision);
        return Outcome.done(dispute);
    }

    /** Writes down what somebody says about a dispute, decided or not; what a partner says is never internal. */
    public Outcome<Dispute> comment(CommentOnDispute wish) {
        return clientKeys.once(
                new Wish("commentOnDispute", wish.clientKey(), wish),
                () -> locked(wish.id()).flatMap(dispute -> {
                    Refusals refusals = new Refusals();
                    String text = refusals.requiredProse("text", wish.text(), LONGEST_COMMENT);
                    if (refusals.any()) {
                        return refusals.outcome();
                    }
                    boolean internal = wish.internal() && !actor.get().is(Role.PARTNER);
                    store.comment(
                            dispute.customer(), dispute.uuid(), new CommentOnDispute(null, wish.id(), text, internal));
                    return Outcome.done(dispute);
                }),
                Dispute::uuid,
                disputes::find);
    }

    /** Which dispute, and the version of it that was seen; null where it does not matter. */
    private record Seen(String id, Integer version) {}

    private Outcome<Dispute> once(Wish wish, Seen seen, Function<Dispute, Outcome<Dispute>> work) {
        return clientKeys.once(
                wish,
                () -> open(seen).flatMap(work).map(dispute -> {
                    changed.fire(new DisputeChanged(dispute.customer()));
                    return disputes.find(dispute.uuid()).orElseThrow();
                }),
                Dispute::uuid,
                disputes::find);
    }

    private Outcome<Dispute> open(Seen seen) {
        return locked(seen.id()).flatMap(dispute -> {
            if (seen.version() != null && seen.version() != dispute.version()) {
                return Outcome.refused(ErrorCode.STALE, "version", "The dispute changed since: read it again.");
            }
            return dispute.status() == DisputeStatus.OPEN
                    ? Outcome.done(dispute)
                    : Outcome.refused(
                            ErrorCode.INVALID_STATUS, "id", "The dispute is " + dispute.status() + " already.");
        });
    }

    private Outcome<Dispute> locked(String disputeId) {
        Optional<UUID> id = NodeId.uuid(NodeKind.DISPUTE, disputeId);
        return id.flatMap(store::customerOfDispute).flatMap(customers::lock).isEmpty()
                ? Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such dispute.")
                : Outcome.done(disputes.find(id.get()).orElseThrow());
    }
}
