package io.huikuan.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * An attachment as it is kept; see {@link Attachment}.
 *
 * @param erasedAt when its bytes were erased; null while they are there
 */
public record StoredAttachment(
        UUID id,
        UUID contactRecord,
        String name,
        String contentType,
        int size,
        String sha256,
        UUID uploadedBy,
        Instant uploadedAt,
        Instant erasedAt) {}
