package io.huikuan.letter;

/** A letter as it was sent: its page and its PDF, as bytes, and the SHA-256 of each. */
public final class Archived {

    private final Letter letter;
    private final Form html;
    private final Form pdf;

    /** The letter in both forms. */
    public Archived(Letter letter, Form html, Form pdf) {
        this.letter = letter;
        this.html = html;
        this.pdf = pdf;
    }

    /** One form of a letter. */
    public static final class Form {

        private final byte[] bytes;
        private final String sha256;

        /** The bytes, and their hash. */
        public Form(byte[] bytes, String sha256) {
            this.bytes = bytes;
            this.sha256 = sha256;
        }

        /** The bytes. */
        public byte[] bytes() {
            return bytes;
        }

        /** Their SHA-256, in small hexadecimal digits. */
        public String sha256() {
            return sha256;
        }
    }

    /** The letter. */
    public Letter letter() {
        return letter;
    }

    /** Its page. */
    public Form html() {
        return html;
    }

    /** Its PDF. */
    public Form pdf() {
        return pdf;
    }
}
