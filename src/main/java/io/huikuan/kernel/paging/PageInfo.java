package io.huikuan.kernel.paging;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** Where a page ends. */
@DefaultNonNull
@Description("Where a page ends and whether more follows.")
public record PageInfo(
        @Description("Whether rows follow after this page.") boolean hasNextPage,

        @Nullable @Description("Give this as after to get the next page; null when the page is empty.")
        String endCursor) {}
