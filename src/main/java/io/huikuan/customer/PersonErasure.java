package io.huikuan.customer;

/** The wish to erase a contact person. */
public record PersonErasure(String clientKey, String id, int version, String reason) {}
