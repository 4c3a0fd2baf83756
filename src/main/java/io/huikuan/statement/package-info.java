/**
 * The statement of account of one customer for a period: what was open before it, what moved it day by day, what was open at its end, and what of
 * that is due when; for reading, as CSV and printable.
 *
 * <p>Its balance, per currency, is what is outstanding less the money that was received and is not allocated yet. Both parts are shown at the
 * opening and at the closing, and are those of {@link io.huikuan.analytics.Aging#balances}: the opening as of the day before the period, the closing as
 * of its last day. Allocating money moves one part as much as the other, so an allocation is no line; documents, credit notes, payments, their
 * reversals and refunds, and adjustments are. The lines come from the ledger's entries and the payments' movements by their value dates, and add up from
 * the opening to the closing, to the cent.
 *
 * <p>It is a paper for the customer, whoever prints it: a write-off and its undoing read as adjustments without a reason, and nothing internal is
 * in it. Uses analytics, customers and tenants.
 */
package io.huikuan.statement;
