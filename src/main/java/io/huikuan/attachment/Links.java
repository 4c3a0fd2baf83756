package io.huikuan.attachment;

import io.huikuan.attachment.domain.SignedLink;
import io.huikuan.attachment.domain.SignedLink.Purpose;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.LinkKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and opens the links by which bytes come and go. One that is made for the same person and attachment within a moment is the same, so that what is
 * read again has not changed; it is good from half of the configured time up to the whole of it.
 */
@ApplicationScoped
class Links {

    private static final String PATH = "/attachments/";

    private final LinkKey key;
    private final CurrentActor actor;
    private final Clock clock;
    private final long step;

    Links(LinkKey key, CurrentActor actor, Clock clock, AttachmentConfig config) {
        this.key = key;
        this.actor = actor;
        this.clock = clock;
        this.step = Math.max(1, config.linkValid().toSeconds() / 2);
    }

    /** The attachment as the current actor is shown it, who sees its record. */
    Attachment shown(StoredAttachment stored) {
        boolean there = stored.erasedAt() == null;
        Optional<SignedLink> link = there ? Optional.of(link(Purpose.DOWNLOAD, stored.id())) : Optional.empty();
        return new Attachment(
                NodeId.of(NodeKind.ATTACHMENT, stored.id()),
                stored.name(),
                stored.contentType(),
                stored.size(),
                stored.sha256(),
                stored.uploadedAt(),
                stored.erasedAt(),
                link.map(this::path).orElse(null),
                link.map(SignedLink::expiresAt).orElse(null),
                stored.uploadedBy());
    }

    /** A way for the current actor to send the bytes of an attachment. */
    AttachmentUpload awaited(UUID attachment) {
        SignedLink link = link(Purpose.UPLOAD, attachment);
        return new AttachmentUpload(NodeId.of(NodeKind.ATTACHMENT, attachment), path(link), link.expiresAt(), null);
    }

    private SignedLink link(Purpose purpose, UUID attachment) {
        Actor signing = actor.get();
        long begun = clock.instant().getEpochSecond() / step * step;
        return new SignedLink(
                purpose,
                signing.tenant(),
                attachment,
                signing.user().orElseThrow(),
                Instant.ofEpochSecond(begun + 2 * step));
    }

    private String path(SignedLink link) {
        return PATH + link.signed(key.bytes());
    }

    /**
     * What the link allows.
     *
     * @throws Problem with NOT_FOUND when it is none of ours or for another purpose, with LINK_EXPIRED when its time is over
     */
    SignedLink opened(String text, Purpose purpose) {
        SignedLink link = SignedLink.read(text, key.bytes())
                .filter(known -> known.purpose() == purpose)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "There is no such link."));
        if (!clock.instant().isBefore(link.expiresAt())) {
            throw new Problem(ErrorCode.LINK_EXPIRED, "The link has expired: ask for a new one.");
        }
        return link;
    }
}
