package io.huikuan.audit.api;

import io.huikuan.audit.AuditEvent;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of the audit log. */
@DefaultNonNull
@Description("A page of the audit log.")
public record AuditEventConnection(
        @Description("The lines of this page.") List<@NonNull AuditEvent> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,

        @Description("How many there are on all pages.") int totalCount) {

    static AuditEventConnection of(Page<AuditEvent> page) {
        return new AuditEventConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
