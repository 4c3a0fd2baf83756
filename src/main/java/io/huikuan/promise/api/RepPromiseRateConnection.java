package io.huikuan.promise.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.promise.RepPromiseRate;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of the figures of those who agreed promises. */
@DefaultNonNull
@Description("A page of the figures of those who agreed promises, in the order of their names.")
public record RepPromiseRateConnection(
        @Description("The rows of this page.") List<@NonNull RepPromiseRate> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static RepPromiseRateConnection of(Page<RepPromiseRate> page) {
        return new RepPromiseRateConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
