package io.huikuan.alert;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * What bringing alerts in line did.
 *
 * @param examined how many causes there were: installments due soon or late, reached cycles and impossible reports, broken plans, promises
 * @param raised how many alerts were raised or reopened
 * @param resolved how many were resolved because their cause was gone
 * @param customers whose alerts were raised or resolved
 */
public record Tally(int examined, int raised, int resolved, Set<UUID> customers) {

    /** Nothing was done. */
    public static final Tally NONE = new Tally(0, 0, 0, Set.of());

    public Tally {
        customers = Set.copyOf(customers);
    }

    /** Both together. */
    public Tally plus(Tally other) {
        Set<UUID> all = new HashSet<>(customers);
        all.addAll(other.customers);
        return new Tally(examined + other.examined, raised + other.raised, resolved + other.resolved, all);
    }
}
