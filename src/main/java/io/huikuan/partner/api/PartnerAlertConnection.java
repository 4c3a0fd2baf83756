package io.huikuan.partner.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.partner.PartnerAlert;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of the partner's alerts. */
@DefaultNonNull
@Description("Your alerts, the newest first.")
public record PartnerAlertConnection(
        @Description("The alerts of this page.") List<@NonNull PartnerAlert> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static PartnerAlertConnection of(Page<PartnerAlert> page) {
        return new PartnerAlertConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
