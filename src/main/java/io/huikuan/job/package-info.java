/**
 * The daily jobs of each tenant: reviewing plans and promises, judging installments, stocks, disputes, concessions and escalations, looking at the classes of customers, and
 * at last running strategies.
 *
 * <p>Every node looks each minute, and at its start, which tenants' local hour has come. The scheduled slot of a job, tenant and local date is a row that is
 * taken once over all nodes (rule 17); a run holds an advisory lock of its job and tenant for as long as it works, so a run that is recorded as
 * RUNNING without its lock has died with its node, and is done again. A failed slot is tried again after growing pauses. Days on which no node ran are
 * not made up for: one run as of today finds all there is.
 *
 * <p>A run by hand takes no slot and always leaves a {@link io.huikuan.job.JobRun}.
 *
 * <p>Uses alert, debtorclass, plan, promise, strategy, tenant.
 */
package io.huikuan.job;
