package io.huikuan.customer;

import java.util.Set;

/**
 * A change to a customer as somebody wishes it, not checked yet.
 *
 * @param version the version that the person saw
 * @param status null: it stays
 * @param details what is null in them stays as it is
 * @param clear what is emptied; it wins over a value given
 */
public record CustomerChange(
        String clientKey,
        String id,
        int version,
        CustomerStatus status,
        CustomerDetails details,
        Set<CustomerField> clear) {}
