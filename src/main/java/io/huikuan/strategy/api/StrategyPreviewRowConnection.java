package io.huikuan.strategy.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.strategy.StrategyPreviewRow;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of customers of a preview, by their codes. */
@DefaultNonNull
@Description("A page of customers of a preview, by their codes.")
public record StrategyPreviewRowConnection(
        @Description("The rows of this page.") List<@NonNull StrategyPreviewRow> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static StrategyPreviewRowConnection of(Page<StrategyPreviewRow> page) {
        return new StrategyPreviewRowConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
