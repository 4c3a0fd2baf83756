/**
 * Strategies: who is reminded of what, how, and when (rule 25), and the tasks that come of it.
 *
 * <p>A strategy is for a segment: classes of debtors, or all that have none of their own, and perhaps a region. A pair of class and region belongs to one strategy, and a
 * customer follows the strategy of the most specific pair that has an active version; so there is exactly one, or none. Versions are drafted, previewed, and activated: a
 * version that becomes active retires the one before it in the same moment.
 *
 * <p>Steps are reached so many days before or after the customer's oldest due date of what may be dunned. What strategies look at is the ledger's {@code dunning_share},
 * which leaves out what is promised and disputed, without what is paused. A customer moves along the time line of an oldest due date forwards only, at one step a day: the latest
 * step that was reached is done, those before it are left out, whichever version or strategy it follows on the day. The SQL function {@code strategy_verdict} says so for
 * a preview and for the daily run alike.
 *
 * <p>Steps for people become tasks, one open task for each customer, which are closed by logging the contact. Letters go out by themselves, as soon as the contact windows
 * let them, and are looked at once more then. Both end by themselves when their cause is gone.
 *
 * <p>Uses classes of debtors, contacts and their guard rails, customers, letters, the ledger, promises, disputes and tenants.
 */
package io.huikuan.strategy;
