package io.huikuan.ledger;

import java.time.Instant;

/**
 * How often what is open of an installment has changed, and when it did for the last time.
 *
 * @param changes how many bookings there are on it; only grows
 * @param changedAt when the latest was recorded; without any, when its receivables were entered
 */
public record InstallmentRevision(int changes, Instant changedAt) {}
