package io.huikuan.attachment;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the bytes of the current tenant's attachments are kept. It is called within the transaction that enters or erases the attachment. Another
 * store takes the place of PostgreSQL as a bean of this type; one that does not know transactions may keep bytes for which there is no attachment
 * when a transaction fails, and must not lose any.
 */
public interface AttachmentContents {

    /** Keeps the bytes of a new attachment. */
    void keep(UUID attachment, byte[] bytes);

    /** The bytes; empty when they were erased. */
    Optional<byte[]> find(UUID attachment);

    /** Erases the bytes for good; what has none is passed over. */
    void erase(Collection<UUID> attachments);
}
