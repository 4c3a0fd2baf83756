package io.huikuan.plan.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.plan.PaymentPlan;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of payment plans, the newest first. */
@DefaultNonNull
@Description("A page of payment plans, the newest first.")
public record PaymentPlanConnection(
        @Description("The rows of this page.") List<@NonNull PaymentPlan> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static PaymentPlanConnection of(Page<PaymentPlan> page) {
        return new PaymentPlanConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
