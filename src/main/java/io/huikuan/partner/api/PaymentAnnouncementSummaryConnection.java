package io.huikuan.partner.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.partner.PaymentAnnouncementSummary;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of the partner's announcements. */
@DefaultNonNull
@Description("The payments that you announced, the newest first.")
public record PaymentAnnouncementSummaryConnection(
        @Description("The announcements of this page.") List<@NonNull PaymentAnnouncementSummary> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static PaymentAnnouncementSummaryConnection of(Page<PaymentAnnouncementSummary> page) {
        return new PaymentAnnouncementSummaryConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
