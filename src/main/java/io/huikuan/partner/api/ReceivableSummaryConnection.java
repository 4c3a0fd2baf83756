package io.huikuan.partner.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.partner.ReceivableSummary;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of the partner's documents. */
@DefaultNonNull
@Description("What you owe, document by document, in the order of the due dates.")
public record ReceivableSummaryConnection(
        @Description("The documents of this page.") List<@NonNull ReceivableSummary> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static ReceivableSummaryConnection of(Page<ReceivableSummary> page) {
        return new ReceivableSummaryConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
