/**
 * How fast a customer sells what was delivered to it (动销): deliveries and sell-out reports are facts that are kept; stock cycles, stock on hand,
 * rates and findings are derived from them, replayed whole by date each time a fact of the customer comes or is replaced, and stored, so
 * that a job over all customers is one statement.
 *
 * <p>The life of a cycle: it starts at the first delivery ever, or at the first delivery after the one before it had reached its threshold; it
 * takes in deliveries, returns and reports; on the day its rate reaches the threshold it is the moment to collect and to refill; the next
 * delivery ends it. Out of order, replaced and impossible reports are all the same to it: the result depends on the facts only.
 *
 * <p>Uses customers and the tenant's settings. Whoever shows or raises something about sell-through observes {@link io.huikuan.sellthrough.SellThroughChanged}.
 */
package io.huikuan.sellthrough;
