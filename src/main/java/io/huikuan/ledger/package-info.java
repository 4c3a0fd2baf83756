/**
 * What is owed: receivables, the schedules by which they are to be paid, and the entries that move their balances (rules 2 to 6, 11, 12).
 *
 * <p>A schedule is stored as shares, each the part of an installment that belongs to one receivable. The own terms of a receivable are a
 * schedule, a plan is another; on every day exactly one of them rules. An entry (allocation, credit note, write-off, or the taking back of
 * one) books shares in the own terms always and in every plan that rules on its date or later, so that balances and installments
 * agree for any day that is asked for. What is outstanding is defined once, by the SQL function {@code open_share}.
 *
 * <p>Uses customers and the tenant's settings. Plans and payments stand above it and hear of changes by events.
 */
package io.huikuan.ledger;
