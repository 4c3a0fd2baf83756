package io.huikuan.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Set;
import java.util.UUID;

/** Tells whoever keeps more about customers what became of their records, within the transaction that did it. */
@ApplicationScoped
class CustomerNews {

    private final Event<CustomerThresholdsChanged> thresholdsChanged;
    private final Event<CreditSaid> creditSaid;

    CustomerNews(Event<CustomerThresholdsChanged> thresholdsChanged, Event<CreditSaid> creditSaid) {
        this.thresholdsChanged = thresholdsChanged;
        this.creditSaid = creditSaid;
    }

    /** New customers are there. */
    void entered(Set<UUID> customers) {
        creditSaid.fire(new CreditSaid(customers, true));
    }

    /** A person changed a customer. */
    void changed(UUID customer, CustomerChange wish) {
        if (wish.details().sellThroughThreshold() != null
                || wish.clear().contains(CustomerField.SELL_THROUGH_THRESHOLD)) {
            thresholds(Set.of(customer));
        }
        if (wish.details().creditLimit() != null
                || wish.details().grade() != null
                || wish.clear().contains(CustomerField.CREDIT_LIMIT)
                || wish.clear().contains(CustomerField.GRADE)) {
            credit(Set.of(customer));
        }
    }

    /** These got another sell-through threshold of their own. */
    void thresholds(Set<UUID> customers) {
        if (!customers.isEmpty()) {
            thresholdsChanged.fire(new CustomerThresholdsChanged(customers));
        }
    }

    /** These got another limit or grade. */
    void credit(Set<UUID> customers) {
        if (!customers.isEmpty()) {
            creditSaid.fire(new CreditSaid(customers, false));
        }
    }
}
