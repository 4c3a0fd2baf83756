package io.huikuan.partner.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.partner.PromiseSummary;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of the partner's promises. */
@DefaultNonNull
@Description("Your promises to pay, the newest first.")
public record PromiseSummaryConnection(
        @Description("The promises of this page.") List<@NonNull PromiseSummary> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static PromiseSummaryConnection of(Page<PromiseSummary> page) {
        return new PromiseSummaryConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
