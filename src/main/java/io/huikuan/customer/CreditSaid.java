package io.huikuan.customer;

import java.util.Set;
import java.util.UUID;

/**
 * The records of these customers were given, or lost, a credit limit or a grade, by a person or by another system; fired within the transaction that does so,
 * once it can be read. Whoever keeps their history writes it down.
 *
 * @param entered whether the customers themselves are new
 */
public record CreditSaid(Set<UUID> customers, boolean entered) {

    public CreditSaid {
        customers = Set.copyOf(customers);
    }
}
