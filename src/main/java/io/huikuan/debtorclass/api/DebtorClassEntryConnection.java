package io.huikuan.debtorclass.api;

import io.huikuan.debtorclass.DebtorClassEntry;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of classes that were suggested and confirmed, the newest first. */
@DefaultNonNull
@Description("A page of classes that were suggested and confirmed, the newest first.")
public record DebtorClassEntryConnection(
        @Description("The entries of this page.") List<@NonNull DebtorClassEntry> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static DebtorClassEntryConnection of(Page<DebtorClassEntry> page) {
        return new DebtorClassEntryConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
