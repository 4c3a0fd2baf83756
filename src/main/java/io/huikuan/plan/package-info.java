/**
 * Payment plans: schedules that rule receivables in the place of their own terms.
 *
 * <p>A plan is PROPOSED, then ACTIVE by approval or by rule, or REJECTED, or CANCELLED when it is withdrawn. From the day of its approval it
 * rules its receivables; a plan that ruled one of them before is SUPERSEDED. It is COMPLETED when nothing of it is open, and ACTIVE again
 * when money is reversed; CANCELLED by a person, and the receivables' own terms rule again; BROKEN when an installment stays unpaid for longer than its
 * grace days: then all that is left is due at once, or the own terms rule again, as the tenant has it. What was paid counts in
 * every case, since an entry books the own terms and the plan alike.
 *
 * <p>Uses the tenant's settings and calendar, the customer's lock, and the ledger, which holds all schedules and says what is open.
 */
package io.huikuan.plan;
