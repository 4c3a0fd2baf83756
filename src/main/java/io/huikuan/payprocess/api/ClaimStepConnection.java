package io.huikuan.payprocess.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.payprocess.ClaimStep;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of where claims are, or where one was. */
@DefaultNonNull
@Description("A page of where claims are, or where one was.")
public record ClaimStepConnection(
        @Description("The rows of this page.") List<@NonNull ClaimStep> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static ClaimStepConnection of(Page<ClaimStep> page) {
        return new ClaimStepConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
