/**
 * Contracts with customers, their payment clauses as facts, and what is wrong with them.
 *
 * <p>A clause is checked for what decides later whether money can be had: written form, the company's seal and not a person's, a due date that needs nobody's
 * good will, a late fee, a method. Each finding says how bad it is, why, what to agree instead, and what it may cost, by an assumption that it names. Findings
 * are warnings: nothing is refused because of them. A change is a new version; those before it stay.
 *
 * <p>Uses customers, payments and tenants.
 */
package io.huikuan.contract;
