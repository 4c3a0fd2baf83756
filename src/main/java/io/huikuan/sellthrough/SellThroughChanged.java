package io.huikuan.sellthrough;

import java.util.Set;
import java.util.UUID;

/**
 * The stock cycles of these customers were derived anew, in the running transaction: rates, thresholds reached, cycles and findings may have
 * changed.
 *
 * @param tenant the tenant of all of them
 */
public record SellThroughChanged(UUID tenant, Set<UUID> customerIds) {

    public SellThroughChanged {
        customerIds = Set.copyOf(customerIds);
    }
}
