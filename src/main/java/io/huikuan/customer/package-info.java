/**
 * Who owes: distributors, retailers and direct buyers of one tenant, and the persons there who have a part in the decision to pay.
 *
 * <p>A customer is PROSPECT, ACTIVE, ON_HOLD or CLOSED. It belongs to an owner, one of ours, and to a region; the two decide who sees it
 * ({@link io.huikuan.kernel.identity.Visibility}): what is not yours does not exist. Whoever moves money of a customer locks it first
 * ({@link io.huikuan.customer.CustomerLocks}).
 *
 * <p>Lists ordered by money read the SQL function {@code open_share}, the one definition of what is outstanding, and nothing else of the ledger:
 * in Java customers know no ledger.
 */
package io.huikuan.customer;
