package io.huikuan.partner.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.partner.LetterSummary;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of letters that the supplier sent, the newest first. */
@DefaultNonNull
@Description("A page of letters that your supplier sent you, the newest first.")
public record LetterSummaryConnection(
        @Description("The rows of this page.") List<@NonNull LetterSummary> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static LetterSummaryConnection of(Page<LetterSummary> page) {
        return new LetterSummaryConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
