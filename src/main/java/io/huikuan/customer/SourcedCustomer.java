package io.huikuan.customer;

import java.util.UUID;

/** A customer wholly as another system has it, checked; what is null in the details is empty. */
public record SourcedCustomer(UUID id, String code, CustomerStatus status, CheckedDetails details) {}
