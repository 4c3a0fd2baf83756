package io.huikuan.statement.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.statement.StatementLine;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a statement's lines. */
@DefaultNonNull
@Description("What moved an account, in the order of the value dates.")
public record StatementLineConnection(
        @Description("The lines of this page.") List<@NonNull StatementLine> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static StatementLineConnection of(Page<StatementLine> page) {
        return new StatementLineConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
