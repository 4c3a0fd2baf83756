package io.huikuan.strategy;

import java.util.UUID;

/** That letters of the tenant's strategies may be waiting to go out; fired within the transaction that makes them. */
public record LettersWait(UUID tenant) {}
