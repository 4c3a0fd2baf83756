/**
 * Who came in, who was turned away, and from where; and who changed or passed what must not be passed unnoticed. Every such event is a line in the log category {@code io.huikuan.audit}, and, where the tenant is
 * known, a row that the tenant's administrators can read and nobody can change. No token, password or other secret is ever part of it, and nothing
 * that an unknown person sent is repeated but the shortened name of his program.
 *
 * <p>What was done is written in the transaction that does it. For what happens at the door nobody waits: events go through a queue of bounded length and are written in batches by each node. What repeats itself is told once a minute with its number, and
 * nobody can make more lines than the configured number a second; what is left out is counted, and the count is logged.
 */
package io.huikuan.audit;
