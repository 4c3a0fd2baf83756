package io.huikuan.credit.api;

import io.huikuan.credit.CreditAssessment;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of assessments, the newest first. */
@DefaultNonNull
@Description("A page of assessments, the newest first.")
public record CreditAssessmentConnection(
        @Description("The rows of this page.") List<@NonNull CreditAssessment> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static CreditAssessmentConnection of(Page<CreditAssessment> page) {
        return new CreditAssessmentConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
