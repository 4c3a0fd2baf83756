package io.huikuan.customer;

import io.huikuan.customer.data.CustomerBulk;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Takes customers from other systems, many with the same few statements. Runs within the caller's transaction, who sees all customers of the
 * tenant and has locked those that are known.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CustomerIntake {

    private final CustomerBulk customers;
    private final CustomerNews news;

    CustomerIntake(CustomerBulk customers, CustomerNews news) {
        this.customers = customers;
        this.news = news;
    }

    /** Enters new ones; refused with DUPLICATE_CODE when a code was taken meanwhile. */
    public Outcome<List<SourcedCustomer>> enter(List<SourcedCustomer> wanted) {
        if (customers.insert(wanted) < wanted.size()) {
            return Outcome.refused(ErrorCode.DUPLICATE_CODE, "code", "Another customer has this code.");
        }
        news.entered(wanted.stream().map(SourcedCustomer::id).collect(Collectors.toSet()));
        return Outcome.done(wanted);
    }

    /** Puts known ones wholly into the given form; their codes stay. */
    public void replace(List<SourcedCustomer> known) {
        List<CustomerBulk.Changed> changed = customers.update(known);
        news.thresholds(ids(changed, CustomerBulk.Changed::threshold));
        news.credit(ids(changed, CustomerBulk.Changed::limit), ids(changed, CustomerBulk.Changed::grade));
    }

    private static Set<UUID> ids(List<CustomerBulk.Changed> changed, Predicate<CustomerBulk.Changed> which) {
        return changed.stream().filter(which).map(CustomerBulk.Changed::id).collect(Collectors.toSet());
    }
}
