package io.huikuan.letter;

/** A letter as it was sent: its page and its PDF, as bytes, and the hash of each. */
@SuppressWarnings("ArrayRecordComponent")
public record Archived(Letter letter, byte[] html, String htmlSha256, byte[] pdf, String pdfSha256) {}
