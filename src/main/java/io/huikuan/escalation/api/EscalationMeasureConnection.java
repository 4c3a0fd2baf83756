package io.huikuan.escalation.api;

import io.huikuan.escalation.EscalationMeasure;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a case's measures, the newest first. */
@DefaultNonNull
@Description("A page of a case's measures, the newest first.")
public record EscalationMeasureConnection(
        @Description("The measures of this page.") List<@NonNull EscalationMeasure> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static EscalationMeasureConnection of(Page<EscalationMeasure> page) {
        return new EscalationMeasureConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
