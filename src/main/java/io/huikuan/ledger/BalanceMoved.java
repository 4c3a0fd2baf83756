package io.huikuan.ledger;

import java.util.Set;
import java.util.UUID;

/**
 * Balances of receivables moved, or other schedules rule them. Fired in the transaction that did it, after it was written; observers
 * bring their own state in line with {@code open_share} before the transaction commits.
 *
 * @param customers whose receivables they are
 */
public record BalanceMoved(Set<UUID> customers) {

    /** Plans look at themselves first: observers with this priority come before those that only report, such as alerts. */
    public static final int PLANS_FIRST = 100;

    public BalanceMoved {
        customers = Set.copyOf(customers);
    }
}
