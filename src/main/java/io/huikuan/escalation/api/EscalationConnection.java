package io.huikuan.escalation.api;

import io.huikuan.escalation.Escalation;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of cases, the newest first. */
@DefaultNonNull
@Description("A page of cases, the newest first.")
public record EscalationConnection(
        @Description("The cases of this page.") List<@NonNull Escalation> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static EscalationConnection of(Page<Escalation> page) {
        return new EscalationConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
