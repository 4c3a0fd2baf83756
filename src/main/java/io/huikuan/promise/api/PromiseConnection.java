package io.huikuan.promise.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.promise.PromiseToPay;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of promises, the newest first. */
@DefaultNonNull
@Description("A page of promises, the newest first.")
public record PromiseConnection(
        @Description("The promises of this page.") List<@NonNull PromiseToPay> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static PromiseConnection of(Page<PromiseToPay> page) {
        return new PromiseConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
