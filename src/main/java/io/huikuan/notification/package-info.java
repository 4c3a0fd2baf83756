/**
 * Tells people of alerts: an outbox row for each recipient and channel is written in the transaction that raised the alert, and delivered after it.
 *
 * <p>Delivery is at least once, under the row's id, which stays the same over all attempts. A node leases rows ({@code for update skip locked}), looks
 * whether the cause of the alert still stands, and sends outside the transaction; what fails is tried again after growing pauses, and
 * given up after {@code huikuan.notification.most-attempts} into the state DEAD, with a warning in the log. A lease
 * that its node did not end runs out.
 *
 * <p>An alert is told to whom it belongs; where it belongs to nobody, to every manager who sees the customer.
 *
 * <p>Uses alert.
 */
package io.huikuan.notification;
