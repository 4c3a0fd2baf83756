package io.huikuan.imports.api;

import io.huikuan.imports.ImportError;
import io.huikuan.imports.ImportRun;
import io.huikuan.imports.ImportRuns;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The history of imports. */
@GraphQLApi
public class ImportRunApi {

    private final ImportRuns runs;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    ImportRunApi(ImportRuns runs, Users users, Loader loader, Selection selection) {
        this.runs = runs;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("The imports of the tenant, the latest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE})
    public ImportRunConnection importRuns(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return ImportRunConnection.of(runs.page(new Paging(first, after, selection.counted())));
    }

    @NonNull
    @Description("What was wrong with the file: the first hundred errors, in the order of its rows.")
    public CompletionStage<@NonNull List<@NonNull ImportError>> errors(@Source ImportRun run) {
        return loader.load("ImportRun.errors", run.uuid(), runs::errors);
    }

    @Nullable
    @Description("Who sent the file; null when nobody did in person.")
    public CompletionStage<User> by(@Source ImportRun run) {
        return run.by()
                .map(id -> loader.load("User", id, users::byIds))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
