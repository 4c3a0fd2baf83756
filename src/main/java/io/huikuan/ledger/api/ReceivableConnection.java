package io.huikuan.ledger.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.ledger.Receivable;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of receivables. */
@DefaultNonNull
@Description("A page of receivables, in the order of their due dates.")
public record ReceivableConnection(
        @Description("The receivables of this page.") List<@NonNull Receivable> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static ReceivableConnection of(Page<Receivable> page) {
        return new ReceivableConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
