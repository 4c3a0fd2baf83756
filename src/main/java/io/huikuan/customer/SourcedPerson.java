package io.huikuan.customer;

import java.util.UUID;

/**
 * A contact person wholly as another system has it, checked; what is null in the fields is empty. Whom the person reports to is told
 * afterwards, when all are there.
 */
public record SourcedPerson(UUID id, UUID customer, String sourceKey, CheckedPerson fields) {}
