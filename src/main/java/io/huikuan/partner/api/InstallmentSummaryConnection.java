package io.huikuan.partner.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.partner.InstallmentSummary;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of the partner's installments. */
@DefaultNonNull
@Description("Installments of the schedules by which you pay, in the order of their due dates.")
public record InstallmentSummaryConnection(
        @Description("The installments of this page.") List<@NonNull InstallmentSummary> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static InstallmentSummaryConnection of(Page<InstallmentSummary> page) {
        return new InstallmentSummaryConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
