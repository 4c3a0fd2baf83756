package io.huikuan.partner;

import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;

/** Something that the partner or its supplier said about a dispute. */
@DefaultNonNull
@Description("Something that you or your supplier said about a dispute.")
public record DisputeWord(
        @Description("What was said.") String text,

        @Description("Whether one of your own people said it.")
        boolean own,

        @Description("When.") Instant writtenAt) {}
