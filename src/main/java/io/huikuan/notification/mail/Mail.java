package io.huikuan.notification.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * An e-mail to be sent.
 *
 * @param about what it tells, for example an invitation: its end withdraws the mail
 * @param to the address of one person
 * @param expiresAt from when on nobody needs it
 */
public record Mail(UUID about, String to, Text text, Instant expiresAt) {

    /** What is read: a subject, and the body in both forms. May hold a secret, so it is never logged. */
    public record Text(String subject, String html, String plain) {

        /** Nothing: what it says may be secret. */
        @Override
        public String toString() {
            return "Text";
        }
    }
}
