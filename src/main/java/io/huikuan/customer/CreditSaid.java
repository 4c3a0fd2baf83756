package io.huikuan.customer;

import java.util.Set;
import java.util.UUID;

/**
 * What the records of customers newly say about credit, by a person's word or another system's; fired within the transaction that does so, once it can be read.
 * Whoever keeps the history writes it down.
 *
 * @param entered new customers, whose records may name a limit and a grade
 * @param limits known ones whose records were given another credit limit, or lost it
 * @param grades known ones whose records were given another grade, or lost it
 */
public record CreditSaid(Set<UUID> entered, Set<UUID> limits, Set<UUID> grades) {

    public CreditSaid {
        entered = Set.copyOf(entered);
        limits = Set.copyOf(limits);
        grades = Set.copyOf(grades);
    }
}
