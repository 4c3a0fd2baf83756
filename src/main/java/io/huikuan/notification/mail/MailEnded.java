package io.huikuan.notification.mail;

import io.huikuan.notification.NotificationState;
import java.util.UUID;

/**
 * An e-mail is at an end; fired within the transaction that writes it down, so that whoever queued it can do what follows.
 *
 * @param about what it told
 * @param state SENT, or DEAD or CANCELLED when it was not and will not be sent
 */
public record MailEnded(UUID about, NotificationState state) {}
