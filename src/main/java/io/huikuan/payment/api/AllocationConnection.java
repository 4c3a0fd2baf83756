package io.huikuan.payment.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.payment.Allocation;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of allocations, in the order of their dates. */
@DefaultNonNull
@Description("A page of allocations, in the order of their dates.")
public record AllocationConnection(
        @Description("The rows of this page.") List<@NonNull Allocation> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static AllocationConnection of(Page<Allocation> page) {
        return new AllocationConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
