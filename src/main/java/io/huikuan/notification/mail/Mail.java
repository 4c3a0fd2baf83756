package io.huikuan.notification.mail;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An e-mail to be sent.
 *
 * @param about what it tells, for example an invitation: its end withdraws the mail
 * @param to the address of one person
 * @param attachment a file that goes with it
 * @param expiresAt from when on nobody needs it
 */
public record Mail(UUID about, String to, Text text, Optional<Attachment> attachment, Instant expiresAt) {

    /** One without an attachment. */
    public Mail(UUID about, String to, Text text, Instant expiresAt) {
        this(about, to, text, Optional.empty(), expiresAt);
    }

    /** What is read: a subject, and the body in both forms. May hold a secret, so it is never logged. */
    public record Text(String subject, String html, String plain) {

        /** Nothing: what it says may be secret. */
        @Override
        public String toString() {
            return "Text";
        }
    }

    /** A file that goes with it; its name has no character but those of plain file names. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Attachment(String name, String contentType, byte[] bytes) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Attachment that
                    && name.equals(that.name)
                    && contentType.equals(that.contentType)
                    && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, contentType, Arrays.hashCode(bytes));
        }

        /** Its name alone. */
        @Override
        public String toString() {
            return name;
        }
    }
}
