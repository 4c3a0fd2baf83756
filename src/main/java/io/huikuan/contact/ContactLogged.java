package io.huikuan.contact;

import java.util.UUID;

/** A person logged a contact. Fired in the transaction that did it. */
public record ContactLogged(
        UUID record, UUID customer, ContactChannel channel, Direction direction, ContactOutcome outcome) {}
