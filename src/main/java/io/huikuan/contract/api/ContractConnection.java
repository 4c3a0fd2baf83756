package io.huikuan.contract.api;

import io.huikuan.contract.Contract;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of contracts, or of versions of one, the newest first. */
@DefaultNonNull
@Description("A page of contracts, or of versions of one, the newest first.")
public record ContractConnection(
        @Description("The rows of this page.") List<@NonNull Contract> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static ContractConnection of(Page<Contract> page) {
        return new ContractConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
