/**
 * The ways to reach people, each behind {@link io.huikuan.notification.channel.NotificationChannel}: what a message is, where it goes, and what the other
 * side may answer. A new way is a new package here, a case of {@link io.huikuan.notification.channel.Address}, and a constant of
 * {@link io.huikuan.notification.Channel}.
 */
package io.huikuan.notification.channel;
