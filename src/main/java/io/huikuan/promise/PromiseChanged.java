package io.huikuan.promise;

import java.util.UUID;

/**
 * A promise was recorded, confirmed or cancelled. Fired in the transaction that did it.
 *
 * @param customer whose promise it is
 */
public record PromiseChanged(UUID customer) {}
