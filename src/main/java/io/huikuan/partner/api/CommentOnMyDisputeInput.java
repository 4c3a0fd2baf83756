package io.huikuan.partner.api;

import io.huikuan.dispute.CommentOnDispute;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** What the partner says about a dispute. */
@DefaultNonNull
@Input("CommentOnMyDisputeInput")
@Description("What you say about a dispute of yours, decided or not.")
public record CommentOnMyDisputeInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which dispute.") String id,

        @Description("What you say, at most 2000 characters.")
        String text) {

    CommentOnDispute wish() {
        return new CommentOnDispute(clientKey, id, text, false);
    }
}
