package io.huikuan.strategy.api;

import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.Receivables;
import io.huikuan.strategy.DunningPause;
import io.huikuan.strategy.DunningPauseFilter;
import io.huikuan.strategy.DunningPauses;
import io.huikuan.strategy.PauseDunning;
import io.huikuan.strategy.ResumeDunning;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Pauses of dunning. */
@GraphQLApi
public class DunningPauseApi {

    private final DunningPauses pauses;
    private final CustomerReads customers;
    private final Receivables receivables;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    DunningPauseApi(
            DunningPauses pauses,
            CustomerReads customers,
            Receivables receivables,
            Users users,
            Loader loader,
            Selection selection) {
        this.pauses = pauses;
        this.customers = customers;
        this.receivables = receivables;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("Pauses of dunning, of the whole tenant and of the customers that you see, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public DunningPauseConnection dunningPauses(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones; null: all.") DunningPauseFilter filter) {
        return DunningPauseConnection.of(pauses.page(
                filter == null ? DunningPauseFilter.ALL : filter, new Paging(first, after, selection.counted())));
    }

    @Mutation
    @Description("Pauses what strategies do, until a day: of a receivable, a customer, or the whole tenant.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public DunningPausePayload pauseDunning(@NonNull @Description("The pause.") PauseDunning input) {
        return DunningPausePayload.of(pauses.pause(input));
    }

    @Mutation
    @Description("Ends a pause before its time; the next run takes up the latest step that was reached.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public DunningPausePayload resumeDunning(@NonNull @Description("Which pause, and why.") ResumeDunning input) {
        return DunningPausePayload.of(pauses.resume(input));
    }

    @Nullable
    @Description("The customer, also of a paused receivable; null: the whole tenant is paused.")
    public CompletionStage<Customer> customer(@Source DunningPause pause) {
        return found("DunningPause.customer", pause.customer(), customers::byIds);
    }

    @Nullable
    @Description("The receivable; null: all of the customer, or of the tenant, is paused.")
    public CompletionStage<Receivable> receivable(@Source DunningPause pause) {
        return found("DunningPause.receivable", pause.receivable(), receivables::byIds);
    }

    @Nullable
    @Description("Who paused; null when no person did.")
    public CompletionStage<User> pausedBy(@Source DunningPause pause) {
        return found("DunningPause.pausedBy", pause.pauser(), users::byIds);
    }

    @Nullable
    @Description("Who ended it before its time; null when nobody did.")
    public CompletionStage<User> endedBy(@Source DunningPause pause) {
        return found("DunningPause.endedBy", pause.ender(), users::byIds);
    }

    private <T> CompletionStage<T> found(String name, UUID idOrNull, Function<Set<UUID>, Map<UUID, T>> read) {
        return idOrNull == null ? CompletableFuture.completedStage(null) : loader.load(name, idOrNull, read);
    }
}
