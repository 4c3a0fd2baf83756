package io.huikuan.credit.api;

import io.huikuan.credit.CreditHold;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of holds, the newest first. */
@DefaultNonNull
@Description("A page of holds, the newest first.")
public record CreditHoldConnection(
        @Description("The rows of this page.") List<@NonNull CreditHold> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static CreditHoldConnection of(Page<CreditHold> page) {
        return new CreditHoldConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
