package io.huikuan.strategy.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.strategy.Strategy;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of strategies, the newest first. */
@DefaultNonNull
@Description("A page of strategies, the newest first.")
public record StrategyConnection(
        @Description("The rows of this page.") List<@NonNull Strategy> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static StrategyConnection of(Page<Strategy> page) {
        return new StrategyConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
