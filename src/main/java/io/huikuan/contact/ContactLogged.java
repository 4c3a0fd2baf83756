package io.huikuan.contact;

import java.time.Instant;
import java.util.UUID;

/** A person logged a contact, perhaps long after it was made. Fired in the transaction that did it. */
public record ContactLogged(
        UUID record,
        UUID customer,
        ContactChannel channel,
        Direction direction,
        ContactOutcome outcome,
        Instant occurredAt) {}
