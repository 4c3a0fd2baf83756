/**
 * Files from other systems: customers, contact persons, receivables, payments, deliveries, sell-out. A file is read by its canonical columns or by
 * a profile that says how another system names and writes them. It is copied into a table of the transaction's own, resolved there by a few
 * statements, and written by the capabilities that own the things, many rows at once. A file is loaded wholly or not at all, and every attempt
 * leaves a run with its figures and its first errors. Imports are keyed by the source's own numbers, so a file may be loaded again (rule 15).
 *
 * <p>Uses customer, ledger, payment, sellthrough and tenant.
 */
package io.huikuan.imports;
