/**
 * What was said between us and a customer: one record for each call, visit, message, letter or meeting, with its outcome and the
 * customer's answer.
 *
 * <p>The guard rails (rules 31 and 37) say when and how often a customer may be contacted: a policy of the tenant above floors that nobody can lower, its calendar, and the persons' own hours.
 * What goes out by itself is held to them ({@link io.huikuan.contact.AutomaticContacts}); a person passes them with a reason, which is kept, audited, and shown to managers.
 *
 * <p>A record is never edited or deleted. Only when a contact person is erased, name, telephone number and e-mail address are blanked in the
 * texts of that customer's records. Uses customers, and the ledger for the receivables that were spoken of, and the audit log.
 */
package io.huikuan.contact;
