/**
 * Letters to customers: reminders, notices, statements, receipts (rule 27).
 *
 * <p>A letter is written by the tenant's template of its kind and language, or by the one that comes with the service, over what may be dunned on its date:
 * all that is open without what is promised or disputed. Its life: it is issued, with a number that has no gaps, and from then on kept as the bytes that were
 * written, HTML and PDF, each with its hash; never written again. It goes out by e-mail, EMAIL_QUEUED → EMAILED; where there is no address, no e-mail, or the
 * mail is given up, it waits for the printer, PRINT_QUEUED → PRINTED. What has not left the house when nothing is left to dun, or its case is over, is
 * WITHDRAWN. It is a contact record of the customer, entered with it.
 *
 * <p>A template is text with placeholders. It can show the figures of the letter's own customer and nothing else: it runs nothing, reads nothing, and what it
 * or a figure says is text on the page and never markup.
 *
 * <p>Courtesy comes first (rules 26 and 37): a letter that says overdue is not issued where nothing is; final notices and lawyers' letters leave the house from
 * an approved stage of an escalation only, as do warnings of them, and each letter that warns names a deadline. A letter by hand passes no guard rail of contacts without a
 * reason.
 *
 * <p>Uses analytics, contact, customer, dispute, ledger, notification, promise, statement and tenant.
 */
package io.huikuan.letter;
