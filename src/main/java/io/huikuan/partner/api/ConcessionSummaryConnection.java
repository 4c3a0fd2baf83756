package io.huikuan.partner.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.partner.ConcessionSummary;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of what the partner was offered or granted. */
@DefaultNonNull
@Description("What you were offered or granted for payment, the newest first.")
public record ConcessionSummaryConnection(
        @Description("The concessions of this page.") List<@NonNull ConcessionSummary> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static ConcessionSummaryConnection of(Page<ConcessionSummary> page) {
        return new ConcessionSummaryConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
