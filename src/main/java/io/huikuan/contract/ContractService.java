package io.huikuan.contract;

import io.huikuan.contract.data.ContractStore;
import io.huikuan.contract.data.ContractStore.Agreed;
import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Enters contracts and what is agreed anew. Each change holds the customer's lock and is a new version. */
@ApplicationScoped
@Transactional
public class ContractService {

    private static final int LONGEST_NUMBER = 64;
    private static final int YEAR = 365;

    private final ContractStore store;
    private final Contracts contracts;
    private final CustomerLocks locks;
    private final ClientKeys clientKeys;
    private final CurrentActor actor;
    private final BusinessDates dates;

    ContractService(
            ContractStore store,
            Contracts contracts,
            CustomerLocks locks,
            ClientKeys clientKeys,
            CurrentActor actor,
            BusinessDates dates) {
        this.store = store;
        this.contracts = contracts;
        this.locks = locks;
        this.clientKeys = clientKeys;
        this.actor = actor;
        this.dates = dates;
    }

    /** Enters a contract; refused with DUPLICATE_NUMBER when another one of the tenant, seen or not, has the number. */
    public Outcome<Contract> record(RecordContract wish) {
        return clientKeys.onceNew(
                new Wish("recordContract", wish.clientKey(), wish), id -> recorded(id, wish), contracts::find);
    }

    private Outcome<Contract> recorded(UUID id, RecordContract wish) {
        Optional<LockedCustomer> customer = locks.lock(wish.customerId());
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer.");
        }
        Refusals refusals = new Refusals();
        String number = refusals.required("number", wish.number(), LONGEST_NUMBER);
        Agreed agreed = new ContractRules(refusals, dates.today())
                .agreed(wish.title(), wish.clause(), wish.signedOn(), wish.validFrom(), wish.validUntil());
        if (refusals.any()) {
            return refusals.outcome();
        }
        return store.insert(id, customer.get().id(), number, agreed)
                ? Outcome.done(contracts.find(id).orElseThrow())
                : Outcome.refused(ErrorCode.DUPLICATE_NUMBER, "number", "Another contract has this number.");
    }

    /** Puts what is agreed from now on in the place of what was. */
    public Outcome<Contract> update(UpdateContract wish) {
        return clientKeys.once(
                new Wish("updateContract", wish.clientKey(), wish),
                () -> updated(wish),
                Contract::uuid,
                contracts::find);
    }

    private Outcome<Contract> updated(UpdateContract wish) {
        Optional<UUID> id = NodeId.uuid(NodeKind.CONTRACT, wish.id());
        if (id.flatMap(store::customerOf).flatMap(locks::lock).isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such contract.");
        }
        if (contracts.find(id.get()).orElseThrow().version() != wish.version()) {
            return Outcome.refused(ErrorCode.STALE, "version", "Somebody changed the contract since: read it again.");
        }
        Refusals refusals = new Refusals();
        Agreed agreed = new ContractRules(refusals, dates.today())
                .agreed(wish.title(), wish.clause(), wish.signedOn(), wish.validFrom(), wish.validUntil());
        if (refusals.any()) {
            return refusals.outcome();
        }
        store.update(id.get(), wish.version() + 1, agreed);
        return Outcome.done(contracts.find(id.get()).orElseThrow());
    }

    /** Puts a policy in the place of the one before. */
    public Outcome<ContractPolicy> change(ChangeContractPolicy wish) {
        return clientKeys.once(
                new Wish("updateContractPolicy", wish.clientKey(), wish),
                () -> changed(wish),
                any -> actor.get().tenant(),
                any -> Optional.of(contracts.policy()));
    }

    private Outcome<ContractPolicy> changed(ChangeContractPolicy wish) {
        if (contracts.policy().version() != wish.version()) {
            return stale();
        }
        Refusals refusals = new Refusals();
        Decimal rate = refusals.fraction("capitalRate", wish.capitalRate());
        Integer late = refusals.between("lateDays", wish.lateDays(), 1, YEAR);
        Integer longest = refusals.between("longestDays", wish.longestDays(), 1, YEAR);
        if (refusals.any()) {
            return refusals.outcome();
        }
        return store.insert(new ContractPolicy(wish.version() + 1, rate, late, longest))
                ? Outcome.done(contracts.policy())
                : stale();
    }

    private static Outcome<ContractPolicy> stale() {
        return Outcome.refused(ErrorCode.STALE, "version", "Somebody changed the policy since: read it again.");
    }
}
