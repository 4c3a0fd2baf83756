package io.huikuan.customer;

/**
 * In which order, and for the orders by money in which currency's amounts.
 *
 * @param currency its ISO 4217 code, a currency that exists
 */
public record CustomerSorting(CustomerOrder order, String currency) {}
