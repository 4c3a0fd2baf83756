package io.huikuan.strategy.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.strategy.StrategyVersion;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of versions of a strategy, the newest first. */
@DefaultNonNull
@Description("A page of versions of a strategy, the newest first.")
public record StrategyVersionConnection(
        @Description("The rows of this page.") List<@NonNull StrategyVersion> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static StrategyVersionConnection of(Page<StrategyVersion> page) {
        return new StrategyVersionConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
