package io.huikuan.tenant.api;

import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.tenant.Tenants;
import io.huikuan.tenant.Users;
import io.huikuan.tenant.Viewer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Who is asking, and the people of the tenant. */
@GraphQLApi
public class ViewerApi {

    private final Users users;
    private final Tenants tenants;
    private final Selection selection;

    ViewerApi(Users users, Tenants tenants, Selection selection) {
        this.users = users;
        this.tenants = tenants;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("Who is asking, and on behalf of which tenant.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP, Roles.PARTNER})
    public Viewer viewer() {
        return new Viewer(users.viewer(), tenants.current());
    }

    @Query
    @NonNull
    @Description("The people of the tenant, by name.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public UserConnection users(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Only those with this role.") Role role) {
        return UserConnection.of(users.page(new Paging(first, after, selection.counted()), Optional.ofNullable(role)));
    }
}
