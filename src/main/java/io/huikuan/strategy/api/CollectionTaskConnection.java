package io.huikuan.strategy.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.strategy.CollectionTask;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of what strategies do. */
@DefaultNonNull
@Description("A page of what strategies do.")
public record CollectionTaskConnection(
        @Description("The rows of this page.") List<@NonNull CollectionTask> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static CollectionTaskConnection of(Page<CollectionTask> page) {
        return new CollectionTaskConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
