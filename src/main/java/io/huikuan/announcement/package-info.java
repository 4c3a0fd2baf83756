/**
 * Payments that a customer, or a rep for it, announces: an amount, a day, a reference, and what it is for.
 *
 * <p>ANNOUNCED → CONFIRMED, when somebody who keeps the books records the payment that it became, whose amount and day may be others; or REJECTED,
 * with a reason that the customer reads; or WITHDRAWN by either side. Each of these happens once. While it is open it is shown beside balances and aging,
 * and is never counted as paid: what is outstanding changes with the payment alone.
 *
 * <p>Uses customers, the ledger, payments and tenants.
 */
package io.huikuan.announcement;
