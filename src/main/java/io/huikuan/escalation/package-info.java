/**
 * Escalation: the ladder on which a customer that does not pay is asked ever more firmly (rule 26).
 *
 * <p>A customer has at most one open case. It begins with a REMINDER and climbs to FIRM, FINAL_NOTICE, and LEGAL or AGENCY. Courtesy comes first: a stage is reached
 * only when the letter of the stage before warned of it with a day, and that day has passed without the money. FIRM and all that follows, and every measure,
 * needs the approval of a manager other than its proposer; the letter goes out in the transaction of the approval and not before. Nothing climbs by itself.
 *
 * <p>A case is about what is overdue. When nothing is any more, because money came in or a plan was accepted, the case and its measures are lifted in the same
 * transaction, whoever pays is thanked once, and only the stop of supply of a customer that is EVASIVE stays until a manager lifts it. When that money goes back, or
 * the plan is broken, the case is open again at its stage: its warning is void, and each measure waits for a manager's decision.
 *
 * <p>What happened is in events that are never changed. A case that was handed over can be taken along as a dossier.
 *
 * <p>Uses alerts, credit holds, customers, debtor classes, the news from the ledger that balances moved, letters, statements and tenants.
 */
package io.huikuan.escalation;
