package io.huikuan.strategy.api;

import io.huikuan.customer.Customer;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Receivable;
import io.huikuan.strategy.AssignCollectionTask;
import io.huikuan.strategy.CollectionTaskFilter;
import io.huikuan.strategy.CollectionTasks;
import io.huikuan.strategy.DunningPause;
import io.huikuan.strategy.DunningPauses;
import io.huikuan.strategy.TaskStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** What strategies have people do, and went out by itself. */
@GraphQLApi
public class CollectionTaskApi {

    private final CollectionTasks tasks;
    private final DunningPauses pauses;
    private final Loader loader;
    private final Selection selection;

    CollectionTaskApi(CollectionTasks tasks, DunningPauses pauses, Loader loader, Selection selection) {
        this.tasks = tasks;
        this.pauses = pauses;
        this.loader = loader;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("Tasks of strategies with the customers that you see, what is to be done first in front.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public CollectionTaskConnection collectionTasks(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones; null: all that are for people.") CollectionTaskFilter filter) {
        return CollectionTaskConnection.of(tasks.page(
                filter == null ? CollectionTaskFilter.ALL : filter, new Paging(first, after, selection.counted())));
    }

    @Mutation
    @Description("Gives an open task to somebody who may see the customer.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public CollectionTaskPayload assignCollectionTask(
            @NonNull @Description("Which task, and to whom.") AssignCollectionTask input) {
        return CollectionTaskPayload.of(tasks.assign(input));
    }

    private record Wanted(Set<TaskStatus> statuses, Paging paging) {}

    @NonNull
    @Description("What strategies had done with it: tasks and letters, the newest first.")
    public CompletionStage<CollectionTaskConnection> collectionTasks(
            @Source Customer customer,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Those in one of these statuses; null or empty: all.")
                    List<@NonNull TaskStatus> status) {
        Wanted wanted = new Wanted(
                status == null ? Set.of() : Set.copyOf(status), new Paging(first, after, selection.counted()));
        return loader.load(
                        "Customer.collectionTasks",
                        new Nested<>(customer.uuid(), wanted),
                        keys -> Nested.read(keys, (ids, one) -> tasks.pages(ids, one.statuses(), one.paging())))
                .thenApply(CollectionTaskConnection::of);
    }

    @NonNull
    @Description(
            "The pauses of dunning that count today of it and of its receivables; those of the whole tenant are not among them.")
    public CompletionStage<List<@NonNull DunningPause>> dunningPauses(@Source Customer customer) {
        return loader.load("Customer.dunningPauses", customer.uuid(), pauses::liveOf)
                .thenApply(found -> found == null ? List.of() : found);
    }

    @Nullable
    @Description(
            "Through which day no strategy asks for it, by a pause of it, its customer or the whole tenant; null: it is not paused.")
    public CompletionStage<LocalDate> dunningPausedThrough(@Source Receivable receivable) {
        return loader.load("Receivable.dunningPausedThrough", NodeId.uuidOf(receivable.id()), pauses::pausedThrough);
    }
}
