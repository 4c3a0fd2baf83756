package io.huikuan.dispute.api;

import io.huikuan.dispute.CommentOnDispute;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** What somebody says about a dispute. */
@DefaultNonNull
@Input("CommentOnDisputeInput")
@Description("What somebody says about a dispute, decided or not.")
public record CommentOnDisputeInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which dispute.") String id,

        @Description("What is said, at most 2000 characters.")
        String text,

        @Nullable @DefaultValue("true") @Description("Whether the customer does not read it.")
        Boolean internal) {

    CommentOnDispute wish() {
        return new CommentOnDispute(clientKey, id, text, !Boolean.FALSE.equals(internal));
    }
}
