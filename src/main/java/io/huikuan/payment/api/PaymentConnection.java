package io.huikuan.payment.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.payment.Payment;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of payments, the newest first. */
@DefaultNonNull
@Description("A page of payments, the newest first.")
public record PaymentConnection(
        @Description("The rows of this page.") List<@NonNull Payment> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static PaymentConnection of(Page<Payment> page) {
        return new PaymentConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
