package io.huikuan.credit.api;

import io.huikuan.credit.CreditLimit;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of limits, the newest first. */
@DefaultNonNull
@Description("A page of limits, the newest first.")
public record CreditLimitConnection(
        @Description("The rows of this page.") List<@NonNull CreditLimit> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static CreditLimitConnection of(Page<CreditLimit> page) {
        return new CreditLimitConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
