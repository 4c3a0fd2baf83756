package io.huikuan.strategy.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.strategy.DunningPause;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of pauses of dunning, the newest first. */
@DefaultNonNull
@Description("A page of pauses of dunning, the newest first.")
public record DunningPauseConnection(
        @Description("The rows of this page.") List<@NonNull DunningPause> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static DunningPauseConnection of(Page<DunningPause> page) {
        return new DunningPauseConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
