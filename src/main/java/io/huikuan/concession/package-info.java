/**
 * Concessions: what a customer asked for in return for payment, what was offered, and what was granted, in steps (rule 33).
 *
 * <p>What a customer asks is ASKED; offers, as many as it takes, make it OFFERED; a MANAGER or FINANCE grants it, never the one who asked on the customer's behalf
 * (an ADMIN may, where nobody else could), or declines it; it can be withdrawn. Each granted step says what is given, and which further amount must
 * be paid by which day. A step is WAITING until its day, EARNED as soon as money received by then paid all that it and the steps before it ask for, LAPSED
 * when it did not, and FULFILLED when it was given. Money that goes back lets a step that was earned wait again or lapse; one that was fulfilled already stays so and
 * is shown as given without payment.
 *
 * <p>How a step stands is stored nowhere: the SQL function {@code concession_standing} says it from the ledger's entries whenever it is asked, so nothing has to run for
 * a step to lapse. Of each customer and currency, one concession at a time waits for money, so that no payment earns two.
 *
 * <p>Uses customers, and tenants.
 */
package io.huikuan.concession;
