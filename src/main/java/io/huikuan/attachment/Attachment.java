package io.huikuan.attachment;

import io.huikuan.kernel.graph.Node;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/** A file that belongs to a contact record. */
@DefaultNonNull
@Description("A file that belongs to a contact record.")
public record Attachment(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("What the file is called; empty when it was erased.")
        String name,

        @Description("Its media type, which its bytes were checked for.")
        String contentType,

        @Description("How many bytes it has.") int size,

        @Description("The SHA-256 of its bytes in hexadecimal digits.")
        String sha256,

        @Description("When it came.") Instant uploadedAt,

        @Nullable @Description("When its bytes were erased with a contact person; null while they are there.")
        Instant erasedAt,

        @Nullable
        @Description(
                "Where to GET it, relative to the service's own address, without a token; null when it was erased. Whoever has this link can read it until it expires.")
        String url,

        @Nullable @Description("Until when the url is good; ask again for another.")
        Instant expiresAt,

        @Ignore UUID uploadedById)
        implements Node {}
