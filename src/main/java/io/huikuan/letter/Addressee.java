package io.huikuan.letter;

import java.util.UUID;

/** The person at a customer to whom a letter goes; the e-mail address may be null. */
public record Addressee(UUID id, String name, String email) {}
