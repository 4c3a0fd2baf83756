package io.huikuan.dispute;

import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** Something that was said about a dispute; never changed. */
@DefaultNonNull
@Description("Something that was said about a dispute.")
public record DisputeComment(
        @Description("What was said.") String text,

        @Description("Whether the customer does not read it.")
        boolean internal,

        @Description("When.") Instant writtenAt,
        @Ignore UUID id,
        @Ignore UUID writer) {}
