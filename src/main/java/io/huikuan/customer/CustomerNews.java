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
        creditSaid.fire(new CreditSaid(customers, Set.of(), Set.of()));
    }

    /** A person changed a customer. */
    void changed(UUID customer, CustomerChange wish) {
        CustomerDetails details = wish.details();
        if (said(details.sellThroughThreshold(), CustomerField.SELL_THROUGH_THRESHOLD, wish)) {
            thresholds(Set.of(customer));
        }
        boolean limit = said(details.creditLimit(), CustomerField.CREDIT_LIMIT, wish);
        boolean grade = said(details.grade(), CustomerField.GRADE, wish);
        credit(limit ? Set.of(customer) : Set.of(), grade ? Set.of(customer) : Set.of());
    }

    private static boolean said(Object value, CustomerField field, CustomerChange wish) {
        return value != null || wish.clear().contains(field);
    }

    /** These got another sell-through threshold of their own. */
    void thresholds(Set<UUID> customers) {
        if (!customers.isEmpty()) {
            thresholdsChanged.fire(new CustomerThresholdsChanged(customers));
        }
    }

    /** These got another limit, and those another grade. */
    void credit(Set<UUID> limits, Set<UUID> grades) {
        if (!limits.isEmpty() || !grades.isEmpty()) {
            creditSaid.fire(new CreditSaid(Set.of(), limits, grades));
        }
    }
}
