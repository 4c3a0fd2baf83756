package io.huikuan.payprocess;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Where a claim is now. */
@DefaultNonNull
@Input("MoveClaimInput")
@Description("Where a claim is now.")
public record MoveClaim(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which claim.") String receivableId,

        @Nullable @Description("The number of the step; null: it is through.")
        Integer step,

        @Nullable @Description("What was said, at most 1000 characters.")
        String note) {}
