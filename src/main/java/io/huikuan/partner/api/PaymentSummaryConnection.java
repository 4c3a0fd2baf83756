package io.huikuan.partner.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.partner.PaymentSummary;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of the partner's payments. */
@DefaultNonNull
@Description("Your payments, the newest first.")
public record PaymentSummaryConnection(
        @Description("The payments of this page.") List<@NonNull PaymentSummary> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static PaymentSummaryConnection of(Page<PaymentSummary> page) {
        return new PaymentSummaryConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
