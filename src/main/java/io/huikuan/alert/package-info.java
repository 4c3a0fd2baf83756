/**
 * What somebody should look at: an installment that is due soon or late, a stock that has sold through, a plan that is broken, a report that cannot be true, a promise whose day has
 * come or that was not kept, a payment below what was agreed,
 * a dispute that should be decided by now, a concession whose payment is due or went back after it was given, an escalation whose warning was not
 * heeded, and what a strategy tells of.
 *
 * <p>Life: an alert is raised when its cause appears, is acknowledged or snoozed by a person, and is resolved by itself when the cause is
 * gone or by a person with a reason. One cause has one alert: when it returns, the same alert reopens with the next occurrence.
 * After a person resolved it, it stays silent until money of that installment is reversed; another due date is another cause.
 *
 * <p>Causes are SQL over the definitions of other capabilities ({@code open_share}, {@code reached_stock_cycle}, {@code escalation_due}, broken plans), and alerts are
 * brought in line with them by one statement for each rule: for a whole tenant by the jobs, and for the customers concerned in
 * the transaction that moved a balance, a schedule or a stock. Every raise writes an event of its batch, from which the outbox and
 * the live subscribers are served.
 *
 * <p>An alert belongs to the customer's owner, today's one, unless it was given to somebody by hand who may still see the
 * customer. Nobody sees the alerts of a customer whom he does not see.
 *
 * <p>Uses ledger, plan, promise, dispute, concession, sellthrough, customer, tenant.
 */
package io.huikuan.alert;
