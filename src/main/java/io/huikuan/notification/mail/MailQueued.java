package io.huikuan.notification.mail;

import java.util.UUID;

/** That the tenant has e-mail to send; fired within the transaction that queues it. */
record MailQueued(UUID tenant) {}
