/**
 * The way on which a customer pays a claim: goods received, checked, invoice entered, signed, in the pay run; who of the customer does each step and how long it
 * usually takes. A claim is moved along it, and one that is in a step for longer than usual is stuck there: that is whom to ask, and for what.
 *
 * <p>The persons, their part in the decision, their influence, whom they report to, and who of ours keeps the relationship are kept with the customer; together
 * with the steps that is the decision map. A step keeps its number for good. Moves are history.
 *
 * <p>Uses customers, the ledger and tenants.
 */
package io.huikuan.payprocess;
