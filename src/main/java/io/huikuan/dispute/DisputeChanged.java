package io.huikuan.dispute;

import java.util.UUID;

/**
 * A dispute was raised, changed or decided. Fired in the transaction that did it.
 *
 * @param customer whose dispute it is
 */
public record DisputeChanged(UUID customer) {}
