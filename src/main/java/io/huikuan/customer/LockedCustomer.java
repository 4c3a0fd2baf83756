package io.huikuan.customer;

import io.huikuan.tenant.PaymentTerms;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer whose row this transaction holds, with what money mutations need to know of it.
 *
 * @param isClosed whether it buys no more
 * @param terms its own payment terms; empty: the tenant's
 */
public record LockedCustomer(UUID id, boolean isClosed, Optional<PaymentTerms> terms) {}
