package io.huikuan.customer;

import java.util.Set;
import java.util.UUID;

/** These customers were given a sell-through threshold of their own, or lost it; fired within the transaction that does so, once it can be read. */
public record CustomerThresholdsChanged(Set<UUID> customers) {

    public CustomerThresholdsChanged {
        customers = Set.copyOf(customers);
    }
}
