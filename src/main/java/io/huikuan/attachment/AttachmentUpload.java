package io.huikuan.attachment;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;

/** An attachment on its way. */
@DefaultNonNull
@Description("An attachment on its way.")
public record AttachmentUpload(
        @Id @Description("The global id that the attachment will have.")
        String id,

        @Nullable
        @Description(
                "Where to PUT the bytes, relative to the service's own address, without a token and with the media type that was named; null when they have come.")
        String url,

        @Nullable @Description("Until when the url is good; repeat the mutation for another.")
        Instant expiresAt,

        @Nullable @Description("The attachment, once its bytes have come.")
        Attachment attachment) {}
