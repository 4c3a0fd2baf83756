/**
 * Classes of debtor (rule 24): GOOD, SLOW, CASH_SHORT, DISPUTING, CONDITIONAL or EVASIVE.
 *
 * <p>The evidence on a customer, figures each with its denominator, is read from the books, promises, concessions, disputes, contacts and stock; {@code
 * domain.ClassJudge} proposes a class from it by the tenant's policy. A rep may suggest one with a reason; a MANAGER or FINANCE confirms one, with a reason where it is
 * not what is proposed. All of it is kept with the evidence as it was. A confirmed class calls for a review when it is older than the policy's days, when the
 * evidence proposes another class than it did, or when another one is suggested; a customer without one, as soon as something other than GOOD is
 * proposed. A daily job looks at all customers, and the list of reviews is what it saw.
 *
 * <p>Uses customers, promises and tenants.
 */
package io.huikuan.debtorclass;
