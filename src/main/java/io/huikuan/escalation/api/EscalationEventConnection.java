package io.huikuan.escalation.api;

import io.huikuan.escalation.EscalationEvent;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of what happened to a case, the oldest first. */
@DefaultNonNull
@Description("A page of what happened to a case, the oldest first.")
public record EscalationEventConnection(
        @Description("The events of this page.") List<@NonNull EscalationEvent> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static EscalationEventConnection of(Page<EscalationEvent> page) {
        return new EscalationEventConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
