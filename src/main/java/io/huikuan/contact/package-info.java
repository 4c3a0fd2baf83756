/**
 * What was said between us and a customer: one record for each call, visit, message, letter or meeting, with its outcome and the
 * customer's answer.
 *
 * <p>A record is never edited or deleted. Only when a contact person is erased, name, telephone number and e-mail address are blanked in the
 * texts of that customer's records. Uses customers, and the ledger for the receivables that were spoken of.
 */
package io.huikuan.contact;
