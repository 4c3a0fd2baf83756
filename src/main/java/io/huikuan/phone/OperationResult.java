package io.huikuan.phone;

import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.Node;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of one operation of a batch. */
@DefaultNonNull
@Description("What became of one operation of a batch.")
public record OperationResult(
        @Description("Whether it is done.") OperationStatus status,

        @Nullable
        @Description(
                "What it made or changed, as it is now: a ContactRecord, ContactPerson, SellThrough or Alert. Null when it was refused, and of a"
                        + " sell-out report before the first delivery.")
        Node thing,

        @Nullable
        @Description(
                "When it was refused because the thing is no longer as it was seen (STALE, INVALID_STATUS): the thing as it is now, to merge with."
                        + " Else null.")
        Node current,

        @Description("Why it was refused, the fields from the operation's root; empty when it is done.")
        List<@NonNull UserError> userErrors) {

    public OperationResult {
        userErrors = List.copyOf(userErrors);
    }
}
