package io.huikuan.partner.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.partner.DisputeWord;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of what was said about a dispute. */
@DefaultNonNull
@Description("What you and your supplier said about a dispute, the oldest first.")
public record DisputeWordConnection(
        @Description("The words of this page.") List<@NonNull DisputeWord> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static DisputeWordConnection of(Page<DisputeWord> page) {
        return new DisputeWordConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
