package io.huikuan.ledger.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.ledger.LedgerEntry;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a receivable's history. */
@DefaultNonNull
@Description("A page of a receivable's history, oldest first.")
public record LedgerEntryConnection(
        @Description("The entries of this page.") List<@NonNull LedgerEntry> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static LedgerEntryConnection of(Page<LedgerEntry> page) {
        return new LedgerEntryConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
