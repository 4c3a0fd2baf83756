/**
 * Money received: recorded, allocated to what is owed, taken back, refunded, reversed (rules 5, 7, 10).
 *
 * <p>What the payer names comes first, the rest goes to the oldest due share, disputed parts last; what is left over is unapplied cash. How the unapplied part moves
 * is kept as entries of its own, beside the ledger's. A payment is RECORDED, and REVERSED when its money went back.
 *
 * <p>Uses customers, the ledger and, through the ledger's shares, plans.
 */
package io.huikuan.payment;
