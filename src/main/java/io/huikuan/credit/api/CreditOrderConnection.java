package io.huikuan.credit.api;

import io.huikuan.credit.CreditOrder;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of what was recorded of orders, the newest first. */
@DefaultNonNull
@Description("A page of what was recorded of orders, the newest first.")
public record CreditOrderConnection(
        @Description("The rows of this page.") List<@NonNull CreditOrder> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static CreditOrderConnection of(Page<CreditOrder> page) {
        return new CreditOrderConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
