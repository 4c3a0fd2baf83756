package io.huikuan.concession.api;

import io.huikuan.concession.Concession;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of concessions, the newest first. */
@DefaultNonNull
@Description("A page of concessions, the newest first.")
public record ConcessionConnection(
        @Description("The concessions of this page.") List<@NonNull Concession> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static ConcessionConnection of(Page<Concession> page) {
        return new ConcessionConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
