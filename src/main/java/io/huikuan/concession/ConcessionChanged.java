package io.huikuan.concession;

import java.util.UUID;

/**
 * A concession was granted, withdrawn or fulfilled. Fired in the transaction that did it.
 *
 * @param customer whose concession it is
 */
public record ConcessionChanged(UUID customer) {}
