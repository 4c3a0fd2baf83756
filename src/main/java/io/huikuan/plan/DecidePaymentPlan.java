package io.huikuan.plan;

/**
 * The wish to approve, reject or cancel a plan.
 *
 * @param version the version that the person saw
 */
public record DecidePaymentPlan(String clientKey, String id, int version, String note) {}
