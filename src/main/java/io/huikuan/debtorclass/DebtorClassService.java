package io.huikuan.debtorclass;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.debtorclass.data.ClassStore;
import io.huikuan.debtorclass.data.ClassStore.Said;
import io.huikuan.debtorclass.domain.EvidenceWords;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Suggests and confirms classes of debtor, under the customer's lock: money that comes at the same moment is seen, or comes after. */
@ApplicationScoped
@Transactional
public class DebtorClassService {

    private static final int LONGEST_REASON = 500;

    private final DebtorClasses classes;
    private final ClassStore store;
    private final CustomerLocks locks;
    private final ClientKeys clientKeys;
    private final CurrentActor actor;

    DebtorClassService(
            DebtorClasses classes, ClassStore store, CustomerLocks locks, ClientKeys clientKeys, CurrentActor actor) {
        this.classes = classes;
        this.store = store;
        this.locks = locks;
        this.clientKeys = clientKeys;
        this.actor = actor;
    }

    /** Suggests a class with a reason, in the place of what was suggested before; it waits for somebody to confirm one. */
    public Outcome<DebtorClassification> suggest(SuggestDebtorClass wish) {
        return once(new Wish("suggestDebtorClass", wish.clientKey(), wish), wish.customerId(), now -> {
            Refusals refusals = new Refusals();
            String reason = refusals.required("reason", wish.reason(), LONGEST_REASON);
            if (refusals.any()) {
                return refusals.outcome();
            }
            store.suggest(said(now, wish.debtorClass(), reason));
            return Outcome.done(now);
        });
    }

    /**
     * Makes a class the customer's; one that the evidence does not propose at the moment needs a reason. An EVASIVE customer stays off credit until a manager decides
     * otherwise, so for everybody but a MANAGER or ADMIN another class for it is FORBIDDEN.
     */
    public Outcome<DebtorClassification> confirm(ConfirmDebtorClass wish) {
        return once(new Wish("confirmDebtorClass", wish.clientKey(), wish), wish.customerId(), now -> {
            if (now.version() != wish.version()) {
                return Outcome.refused(ErrorCode.STALE, "version", "Somebody confirmed a class since: read it again.");
            }
            if (now.confirmed() == DebtorClass.EVASIVE && wish.debtorClass() != DebtorClass.EVASIVE && !leads()) {
                throw new Problem(ErrorCode.FORBIDDEN, "Your role may not take a customer out of EVASIVE.");
            }
            Refusals refusals = new Refusals();
            String reason = wish.debtorClass() == now.proposed()
                    ? refusals.optional("reason", wish.reason(), LONGEST_REASON)
                    : refusals.required("reason", wish.reason(), LONGEST_REASON);
            if (refusals.any()) {
                return refusals.outcome();
            }
            store.confirm(said(now, wish.debtorClass(), reason));
            return Outcome.done(now);
        });
    }

    private boolean leads() {
        Actor by = actor.get();
        return by.isSystem() || by.is(Role.MANAGER) || by.is(Role.ADMIN);
    }

    private static Said said(DebtorClassification now, DebtorClass debtorClass, String reason) {
        return new Said(now.customer(), debtorClass, now.proposed(), new EvidenceWords(now.evidence()).all(), reason);
    }

    private Outcome<DebtorClassification> once(
            Wish wish, String customerId, Function<DebtorClassification, Outcome<DebtorClassification>> work) {
        Supplier<Outcome<DebtorClassification>> effect = () -> {
            Optional<LockedCustomer> customer = locks.lock(customerId);
            if (customer.isEmpty()) {
                return Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer.");
            }
            return work.apply(classes.find(customer.get().id()).orElseThrow())
                    .map(done -> classes.find(done.customer()).orElseThrow());
        };
        return clientKeys.once(wish, effect, DebtorClassification::customer, classes::find);
    }

    /** Puts a policy in the place of the one before. */
    public Outcome<ClassPolicy> change(ChangeClassPolicy wish) {
        return clientKeys.once(
                new Wish("updateClassPolicy", wish.clientKey(), wish),
                () -> changed(wish),
                any -> actor.get().tenant(),
                any -> Optional.of(classes.policy()));
    }

    private Outcome<ClassPolicy> changed(ChangeClassPolicy wish) {
        if (classes.policy().version() != wish.version()) {
            return stale();
        }
        Refusals refusals = new Refusals();
        ClassPolicy next = PolicyRules.next(refusals, wish);
        if (refusals.any()) {
            return refusals.outcome();
        }
        return store.insert(next) ? Outcome.done(classes.policy()) : stale();
    }

    private static Outcome<ClassPolicy> stale() {
        return Outcome.refused(ErrorCode.STALE, "version", "Somebody changed the policy since: read it again.");
    }
}
