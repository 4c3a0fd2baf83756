package io.huikuan.attachment;

import io.huikuan.attachment.data.AttachmentReads;
import io.huikuan.attachment.data.UploadStore;
import io.huikuan.attachment.domain.FileKind;
import io.huikuan.attachment.domain.SignedLink;
import io.huikuan.attachment.domain.SignedLink.Purpose;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.hash.Sha256;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.tenant.EveryTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes in and gives out the bytes of attachments, by signed links. Whoever has such a link acts for the tenant on that one attachment alone; the right
 * was looked at when it was signed. No connection to the database is held while bytes are waited for.
 */
@ApplicationScoped
public class Transfers {

    private final Links links;
    private final EveryTenant tenants;
    private final ActingAs actingAs;
    private final AttachmentReads reads;
    private final UploadStore uploads;
    private final AttachmentContents contents;
    private final Turns turns;

    Transfers(
            Links links,
            EveryTenant tenants,
            ActingAs actingAs,
            AttachmentReads reads,
            UploadStore uploads,
            AttachmentContents contents,
            Turns turns) {
        this.links = links;
        this.tenants = tenants;
        this.actingAs = actingAs;
        this.reads = reads;
        this.uploads = uploads;
        this.contents = contents;
        this.turns = turns;
    }

    /** An attachment with its bytes. */
    public static final class Sent {

        private final StoredAttachment attachment;
        private final byte[] bytes;

        private Sent(StoredAttachment attachment, byte[] bytes) {
            this.attachment = attachment;
            this.bytes = bytes;
        }

        /** What it is. */
        public StoredAttachment attachment() {
            return attachment;
        }

        /** All of its bytes; they are the caller's. */
        public byte[] bytes() {
            return bytes;
        }
    }

    /**
     * Takes in the bytes. Sent again, the same are found to be there.
     *
     * @param contentType what the sender says they are
     * @throws Problem with NOT_FOUND or LINK_EXPIRED when the link is no good or nothing is expected any more, INVALID_VALUE or TOO_LARGE when there are
     *     less or more bytes than announced, UNSUPPORTED_MEDIA when they are not what was announced, ALREADY_DONE when others have come, BUSY when
     *     they take too long or too many come at once; nothing is kept then
     */
    public StoredAttachment receive(String link, Optional<String> contentType, InputStream body) {
        return as(links.opened(link, Purpose.UPLOAD), id -> turns.during(() -> receive(id, contentType, body)));
    }

    /**
     * The bytes.
     *
     * @throws Problem with NOT_FOUND or LINK_EXPIRED when the link is no good or they were erased, BUSY when too many are asked for at once
     */
    public Sent send(String link) {
        return as(links.opened(link, Purpose.DOWNLOAD), id -> turns.during(() -> within(() -> sent(id))));
    }

    private <T> T as(SignedLink link, Function<UUID, T> work) {
        return tenants.find(link.tenant())
                .map(tenant -> actingAs.call(tenant, () -> work.apply(link.attachment())))
                .orElseThrow(Transfers::nothing);
    }

    private static <T> T within(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    private Sent sent(UUID id) {
        return reads.find(id)
                .flatMap(attachment -> contents.find(id).map(bytes -> new Sent(attachment, bytes)))
                .orElseThrow(Transfers::nothing);
    }

    private StoredAttachment receive(UUID id, Optional<String> contentType, InputStream body) {
        CheckedAttachment announced = within(() -> uploads.expected(id)
                        .or(() -> reads.find(id)
                                .map(there -> new CheckedAttachment(
                                        there.contactRecord(), there.name(), there.size(), there.contentType()))))
                .orElseThrow(Transfers::nothing);
        FileKind kind = FileKind.ofType(announced.contentType()).orElseThrow();
        requireKind(
                contentType.isEmpty() || contentType.flatMap(FileKind::ofType).equals(Optional.of(kind)), kind);
        byte[] bytes = read(body, announced.size());
        requireKind(kind.is(bytes), kind);
        return within(() -> kept(id, bytes));
    }

    private static void requireKind(boolean fits, FileKind kind) {
        if (!fits) {
            throw new Problem(ErrorCode.UNSUPPORTED_MEDIA, "The file was announced as " + kind.contentType() + ".");
        }
    }

    private byte[] read(InputStream body, int size) {
        byte[] bytes;
        try {
            bytes = turns.read(body, size + 1);
        } catch (IOException e) {
            throw new Problem(ErrorCode.BAD_REQUEST, "The bytes did not come to their end.");
        }
        if (bytes.length > size) {
            throw new Problem(
                    ErrorCode.TOO_LARGE, "The file has more than the " + size + " bytes that were announced.");
        }
        if (bytes.length < size) {
            throw new Problem(
                    ErrorCode.INVALID_VALUE,
                    "The file has " + bytes.length + " bytes and not the " + size + " that were announced.");
        }
        return bytes;
    }

    private StoredAttachment kept(UUID id, byte[] bytes) {
        String hash = Sha256.of(bytes);
        boolean first = uploads.complete(id, hash);
        if (first) {
            contents.keep(id, bytes);
        }
        StoredAttachment there = reads.find(id).orElseThrow(Transfers::nothing);
        if (!there.sha256().equals(hash)) {
            throw new Problem(ErrorCode.ALREADY_DONE, "Another file has come by this link.");
        }
        return there;
    }

    private static Problem nothing() {
        return new Problem(ErrorCode.NOT_FOUND, "There is nothing that this link leads to.");
    }
}
