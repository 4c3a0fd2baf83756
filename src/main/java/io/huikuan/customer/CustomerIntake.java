package io.huikuan.customer;

import io.huikuan.customer.data.CustomerBulk;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Takes customers from other systems, many with the same few statements. Runs within the caller's transaction, who sees all customers of the
 * tenant and has locked those that are known.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CustomerIntake {

    private final CustomerBulk customers;
    private final Event<CustomerThresholdsChanged> thresholdsChanged;

    CustomerIntake(CustomerBulk customers, Event<CustomerThresholdsChanged> thresholdsChanged) {
        this.customers = customers;
        this.thresholdsChanged = thresholdsChanged;
    }

    /** Enters new ones; refused with DUPLICATE_CODE when a code was taken meanwhile. */
    public Outcome<List<SourcedCustomer>> enter(List<SourcedCustomer> wanted) {
        return customers.insert(wanted) == wanted.size()
                ? Outcome.done(wanted)
                : Outcome.refused(ErrorCode.DUPLICATE_CODE, "code", "Another customer has this code.");
    }

    /** Puts known ones wholly into the given form; their codes stay. */
    public void replace(List<SourcedCustomer> known) {
        Set<UUID> thresholds = customers.update(known);
        if (!thresholds.isEmpty()) {
            thresholdsChanged.fire(new CustomerThresholdsChanged(thresholds));
        }
    }
}
