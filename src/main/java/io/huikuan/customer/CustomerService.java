package io.huikuan.customer;

import io.huikuan.customer.data.CustomerEntity;
import io.huikuan.customer.data.CustomerRepository;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Enters and changes customers. Nobody can put a customer where he would not see it himself: a manager of a region keeps customers
 * in it, and what he enters without a region gets his.
 */
@ApplicationScoped
public class CustomerService {

    private final CustomerRepository customers;
    private final CustomerReads reads;
    private final CustomerLocks locks;
    private final CustomerRules rules;
    private final ClientKeys clientKeys;
    private final CurrentActor actor;
    private final BusinessDates dates;
    private final CustomerNews news;

    CustomerService(
            CustomerRepository customers,
            CustomerReads reads,
            CustomerLocks locks,
            CustomerRules rules,
            ClientKeys clientKeys,
            CurrentActor actor,
            BusinessDates dates,
            CustomerNews news) {
        this.customers = customers;
        this.reads = reads;
        this.locks = locks;
        this.rules = rules;
        this.clientKeys = clientKeys;
        this.actor = actor;
        this.dates = dates;
        this.news = news;
    }

    /** Enters a customer; refused with DUPLICATE_CODE when another one of the tenant, seen or not, has the code. */
    @Transactional
    public Outcome<Customer> create(NewCustomer wish) {
        return clientKeys.once(
                new Wish("createCustomer", wish.clientKey(), wish), () -> created(wish), Customer::uuid, reads::find);
    }

    private Outcome<Customer> created(NewCustomer wish) {
        Refusals refusals = new Refusals();
        String code = refusals.required("code", wish.code(), CustomerRules.LONGEST_CODE);
        CheckedDetails details = rules.forNew(wish.details(), refusals);
        if (refusals.any()) {
            return refusals.outcome();
        }
        CustomerEntity customer = new CustomerEntity(customers.key(Uuids.next()), code, ownRegion(), dates.now());
        customer.take(details);
        if (reads.isTaken(code) || !customers.added(customer)) {
            return Outcome.refused(ErrorCode.DUPLICATE_CODE, "code", "Another customer has this code.");
        }
        news.entered(Set.of(customer.id()));
        return stillSeen(customer.id());
    }

    private String ownRegion() {
        Actor by = actor.get();
        return by.seesAllCustomers() ? null : by.region().orElse(null);
    }

    /** Changes a customer; refused with STALE when somebody changed it since. */
    @Transactional
    public Outcome<Customer> update(CustomerChange wish) {
        return clientKeys.once(
                new Wish("updateCustomer", wish.clientKey(), wish), () -> changed(wish), Customer::uuid, reads::find);
    }

    private Outcome<Customer> changed(CustomerChange wish) {
        Optional<LockedCustomer> locked = locks.lock(wish.id());
        if (locked.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such customer.");
        }
        CustomerEntity customer = customers.existing(locked.get().id());
        if (customer.version() != wish.version()) {
            return Outcome.refused(ErrorCode.STALE, "version", "Somebody changed the customer since: read it again.");
        }
        Refusals refusals = new Refusals();
        CheckedDetails details = rules.forChange(wish.details(), refusals);
        checkStatus(wish.status(), customer.id(), refusals);
        if (refusals.any()) {
            return refusals.outcome();
        }
        customer.take(details);
        if (wish.status() != null) {
            customer.status(wish.status());
        }
        wish.clear().forEach(customer::clear);
        customers.flush();
        news.changed(customer.id(), wish);
        return stillSeen(customer.id());
    }

    /** ON_HOLD follows from live holds: nobody sets it here, nor supplies a customer again that has one. */
    private void checkStatus(CustomerStatus wished, UUID customer, Refusals refusals) {
        refusals.unless(
                wished != CustomerStatus.ON_HOLD,
                ErrorCode.INVALID_VALUE,
                "status",
                "ON_HOLD follows from live holds: place one with placeCreditHold.");
        if (wished == CustomerStatus.ACTIVE) {
            refusals.unless(
                    reads.find(customer).map(Customer::status).orElseThrow() != CustomerStatus.ON_HOLD,
                    ErrorCode.INVALID_STATUS,
                    "status",
                    "A live hold stops supply: release it with releaseCreditHold.");
        }
    }

    private Outcome<Customer> stillSeen(UUID id) {
        return reads.find(id)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(
                        ErrorCode.INVALID_VALUE, "region", "You may only keep customers in your own region."));
    }
}
