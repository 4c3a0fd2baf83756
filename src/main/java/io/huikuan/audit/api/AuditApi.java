package io.huikuan.audit.api;

import io.huikuan.audit.AuditEvent;
import io.huikuan.audit.AuditLog;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The audit log, for administrators. */
@GraphQLApi
public class AuditApi {

    private final AuditLog log;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    AuditApi(AuditLog log, Users users, Loader loader, Selection selection) {
        this.log = log;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description(
            "Who came in, who was turned away, and who changed or passed the guard rails of contacts; the latest first. Of the door the last seconds may be missing.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    public AuditEventConnection auditEvents(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which are wanted.") AuditEventFilterInput filter) {
        return AuditEventConnection.of(
                log.page(AuditEventFilterInput.wanted(filter), new Paging(first, after, selection.counted())));
    }

    @Description("The person; null when nobody in particular is known.")
    public CompletionStage<User> user(@Source AuditEvent event) {
        return event.userId() == null
                ? CompletableFuture.completedFuture(null)
                : loader.load("AuditEvent.user", event.userId(), users::byIds);
    }
}
