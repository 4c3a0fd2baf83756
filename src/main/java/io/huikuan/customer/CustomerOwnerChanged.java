package io.huikuan.customer;

import java.util.Optional;
import java.util.UUID;

/** A customer went to another owner of ours; fired within the transaction that changes it. */
public record CustomerOwnerChanged(UUID customer, Optional<UUID> before, Optional<UUID> after) {}
