package io.huikuan.sellthrough;

import java.util.Optional;
import java.util.UUID;

/**
 * A customer's stock after a delivery or a report.
 *
 * @param sellThrough its current cycle; empty before the first delivery
 */
public record CustomerStock(UUID customerId, Optional<SellThrough> sellThrough) {}
