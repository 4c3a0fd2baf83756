/**
 * Disputes: the customer refuses to pay a part of a receivable, for a reason (rule 22).
 *
 * <p>A dispute is OPEN from the day it is raised, belongs to a department and has a deadline. It is ACCEPTED, wholly or in part, and what is accepted is credited in
 * the same transaction by the ledger's own use case; or REJECTED, with an answer that the customer reads; or WITHDRAWN by either side. Each of these happens
 * once, and from then on nothing of it is disputed any more. What is open disputes of a receivable is never more than what was open of it when the latest was raised.
 *
 * <p>Which part of which share is disputed is defined once, by the SQL function {@code disputed_share}: the oldest due shares first, never more than is open.
 * Aging shows it as an of-which figure, payments that are laid on what is owed by rule take it last, and {@code dunning_share} leaves it out.
 *
 * <p>Uses customers, attachments, the ledger and tenants.
 */
package io.huikuan.dispute;
