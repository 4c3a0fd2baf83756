package io.huikuan.analytics.api;

import io.huikuan.analytics.AgingRow;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of aging. */
@DefaultNonNull
@Description("A page of aging, by label; the row of what has no key comes last.")
public record AgingConnection(
        @Description("The rows of this page.") List<@NonNull AgingRow> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static AgingConnection of(Page<AgingRow> page) {
        return new AgingConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
