package io.huikuan.announcement.api;

import io.huikuan.announcement.PaymentAnnouncement;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of announced payments, the newest first. */
@DefaultNonNull
@Description("A page of announced payments, the newest first.")
public record PaymentAnnouncementConnection(
        @Description("The rows of this page.") List<@NonNull PaymentAnnouncement> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static PaymentAnnouncementConnection of(Page<PaymentAnnouncement> page) {
        return new PaymentAnnouncementConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
