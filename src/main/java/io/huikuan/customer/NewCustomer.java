package io.huikuan.customer;

/** A customer as somebody wishes it, not checked yet. */
public record NewCustomer(String clientKey, String code, CustomerDetails details) {}
