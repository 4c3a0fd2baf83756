package io.huikuan.alert.api;

import io.huikuan.alert.Alert;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of alerts. */
@DefaultNonNull
@Description("A page of alerts.")
public record AlertConnection(
        @Description("The alerts of this page.") List<@NonNull Alert> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,

        @Description("How many there are on all pages.") int totalCount) {

    static AlertConnection of(Page<Alert> page) {
        return new AlertConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
