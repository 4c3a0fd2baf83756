package io.huikuan.notification.mail;

import java.time.Instant;
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

    /** A file that goes with it. */
    public static final class Attachment {

        private final String name;
        private final String contentType;
        private final byte[] bytes;

        /** The file; its name has no character but those of plain file names. */
        public Attachment(String name, String contentType, byte[] bytes) {
            this.name = name;
            this.contentType = contentType;
            this.bytes = bytes;
        }

        /** What it is called. */
        public String name() {
            return name;
        }

        /** Its media type. */
        public String contentType() {
            return contentType;
        }

        /** What it is. */
        public byte[] bytes() {
            return bytes;
        }
    }
}
