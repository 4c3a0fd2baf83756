package io.huikuan.customer;

import io.huikuan.customer.data.CustomerBulk;
import io.huikuan.customer.data.CustomerBulk.Move;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    private final Event<CustomerOwnerChanged> ownerChanged;
    private final Event<CustomerThresholdsChanged> thresholdsChanged;

    CustomerIntake(
            CustomerBulk customers,
            Event<CustomerOwnerChanged> ownerChanged,
            Event<CustomerThresholdsChanged> thresholdsChanged) {
        this.customers = customers;
        this.ownerChanged = ownerChanged;
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
        Set<UUID> thresholds = new HashSet<>();
        for (Move move : customers.update(known)) {
            if (!Objects.equals(move.ownerBefore(), move.ownerAfter())) {
                ownerChanged.fire(new CustomerOwnerChanged(
                        move.customer(),
                        Optional.ofNullable(move.ownerBefore()),
                        Optional.ofNullable(move.ownerAfter())));
            }
            if (move.threshold()) {
                thresholds.add(move.customer());
            }
        }
        if (!thresholds.isEmpty()) {
            thresholdsChanged.fire(new CustomerThresholdsChanged(thresholds));
        }
    }
}
