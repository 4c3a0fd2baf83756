/**
 * Promises to pay: a customer's word, an amount by a date, on receivables or on a plan (rule 21).
 *
 * <p>What a rep was promised is OPEN at once; what a partner promises is PROPOSED until somebody of the tenant confirms it. The window runs from the day it
 * was given to its date and the tolerance days, which are business days of the tenant's calendar. It is KEPT as soon as money received in the
 * window paid the amount, or the tenant's share of it; when the window is over, what is not kept is PARTIALLY_KEPT or, when nothing came, BROKEN. It is
 * CANCELLED by a person, and by itself when nobody confirmed it in time or when nothing is left that could be paid. Money that goes back has it judged
 * anew, whenever that is. A receivable has at most one promise that is proposed or open.
 *
 * <p>The status is only what the SQL function {@code promise_standing} said when it was last asked: in the transaction that moved a balance, and by a
 * daily job. What was paid is stored nowhere here; it is read from the ledger's entries.
 *
 * <p>Uses customers, the ledger, plans and tenants.
 */
package io.huikuan.promise;
