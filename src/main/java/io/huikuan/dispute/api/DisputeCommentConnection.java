package io.huikuan.dispute.api;

import io.huikuan.dispute.DisputeComment;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of what was said about a dispute, the oldest first. */
@DefaultNonNull
@Description("A page of what was said about a dispute, the oldest first.")
public record DisputeCommentConnection(
        @Description("The comments of this page.") List<@NonNull DisputeComment> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static DisputeCommentConnection of(Page<DisputeComment> page) {
        return new DisputeCommentConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
