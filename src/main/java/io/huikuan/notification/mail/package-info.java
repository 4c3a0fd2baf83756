/**
 * Single e-mails that are not about an alert, such as invitations. One is queued in the transaction of what it tells and sent after it, at least once under one
 * {@code Message-ID}; it is withdrawn with its cause. The content, a file that goes with it included, is sealed while it waits and erased when it is
 * at an end; then {@link io.huikuan.notification.mail.MailEnded} tells whoever queued it.
 */
package io.huikuan.notification.mail;
