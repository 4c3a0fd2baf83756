/**
 * Credit: how much a customer may owe, how good it is, whether it is supplied, and whether an order may go on.
 *
 * <p>A limit is given with a day from which it is good, and perhaps a last one. STANDARD and TRIAL limits follow each other; a TEMPORARY one lies over the limit
 * that was in force when it was given. A trial limit grows with every so many installments paid in full by their due dates, which is reckoned when it is read: a
 * bounced payment takes its part of the growth back. Grades come from assessments: what was looked at, by whom, until when it is to be relied on. All of it is
 * history, and is read as of any day.
 *
 * <p>A hold stops supply from a day on. It ends with its last day, and does not count while a release stands: by payment, for good unless the money goes back, or
 * by a manager, with a reason and a last day. A customer with a live hold is ON_HOLD; nothing has to run for that to be right on any day.
 *
 * <p>Exposure = outstanding − unapplied + open orders, for each currency by itself. A credit check lets every rule speak: each can be changed by the tenant, for
 * a grade or for a customer, and the most specific decision that is good on the day counts. One statement reads all that a check needs, so that what it says was
 * true at one moment; an order that is recorded is checked under its customer's lock, so that two of them cannot both take what is left.
 *
 * <p>Uses customers, the news from the ledger that balances moved, and tenants. What is outstanding comes from the ledger's open_share alone.
 */
package io.huikuan.credit;
