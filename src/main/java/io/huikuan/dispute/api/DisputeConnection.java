package io.huikuan.dispute.api;

import io.huikuan.dispute.Dispute;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of disputes, the newest first. */
@DefaultNonNull
@Description("A page of disputes, the newest first.")
public record DisputeConnection(
        @Description("The disputes of this page.") List<@NonNull Dispute> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static DisputeConnection of(Page<Dispute> page) {
        return new DisputeConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
