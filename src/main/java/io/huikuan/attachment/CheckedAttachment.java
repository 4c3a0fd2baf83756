package io.huikuan.attachment;

import java.util.UUID;

/** A file that may be sent. */
public record CheckedAttachment(UUID contactRecord, String name, int size, String contentType) {}
