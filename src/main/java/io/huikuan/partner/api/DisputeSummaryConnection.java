package io.huikuan.partner.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.partner.DisputeSummary;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of the partner's disputes. */
@DefaultNonNull
@Description("Your disputes, the newest first.")
public record DisputeSummaryConnection(
        @Description("The disputes of this page.") List<@NonNull DisputeSummary> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static DisputeSummaryConnection of(Page<DisputeSummary> page) {
        return new DisputeSummaryConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
