/**
 * Who owes how much for how long: balances by customer and aging over all customers, for any day up to the business date (rules 3, 4, 13).
 *
 * <p>Every figure is summed up by the database from the two definitions of value by date: {@code open_share}, what is open, and
 * {@code unapplied_cash}, what is paid but not allocated. Buckets are the tenant's; the amounts of all buckets sum to the outstanding amount.
 *
 * <p>Uses customers, their owners and the tenant's settings; of ledger and payments it knows the SQL functions only.
 */
package io.huikuan.analytics;
