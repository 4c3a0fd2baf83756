package io.huikuan.strategy.api;

import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.strategy.Strategies;
import io.huikuan.strategy.Strategy;
import io.huikuan.strategy.StrategyPreview;
import io.huikuan.strategy.StrategyPreviewRow;
import io.huikuan.strategy.StrategyPreviews;
import io.huikuan.strategy.StrategyStatus;
import io.huikuan.strategy.StrategyStep;
import io.huikuan.strategy.StrategyVerdict;
import io.huikuan.strategy.StrategyVersion;
import io.huikuan.strategy.VersionKey;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What strategies, their versions and previews lead to. */
@GraphQLApi
public class StrategyFieldsApi {

    private final Strategies strategies;
    private final StrategyPreviews previews;
    private final CustomerReads customers;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    StrategyFieldsApi(
            Strategies strategies,
            StrategyPreviews previews,
            CustomerReads customers,
            Users users,
            Loader loader,
            Selection selection) {
        this.strategies = strategies;
        this.previews = previews;
        this.customers = customers;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    @Nullable
    @Description("The strategy that it follows today; null: none.")
    public CompletionStage<Strategy> strategy(@Source Customer customer) {
        return loader.load("Customer.strategy", customer.uuid(), strategies::followedBy);
    }

    @Nullable
    @Description("The version that the daily run goes by; null: there is none.")
    public CompletionStage<StrategyVersion> active(@Source Strategy strategy) {
        return loader.load("Strategy.active", strategy.uuid(), ids -> strategies.only(ids, StrategyStatus.ACTIVE));
    }

    @Nullable
    @Description("The version that is being drafted; null: there is none, or you do not lead.")
    public CompletionStage<StrategyVersion> draft(@Source Strategy strategy) {
        return loader.load("Strategy.draft", strategy.uuid(), ids -> strategies.only(ids, StrategyStatus.DRAFT));
    }

    @NonNull
    @Description("Its versions, the newest first; the active one alone for who does not lead.")
    public CompletionStage<StrategyVersionConnection> versions(
            @Source Strategy strategy,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return loader.load(
                        "Strategy.versions",
                        new Nested<>(strategy.uuid(), new Paging(first, after, selection.counted())),
                        keys -> Nested.read(keys, strategies::versions))
                .thenApply(StrategyVersionConnection::of);
    }

    @Nullable
    @Description("Who created it; null when no person did.")
    public CompletionStage<User> createdBy(@Source Strategy strategy) {
        return user("Strategy.createdBy", strategy.creator());
    }

    @Nullable
    @Description("Who ended it; null when nobody did.")
    public CompletionStage<User> endedBy(@Source Strategy strategy) {
        return user("Strategy.endedBy", strategy.ender());
    }

    @NonNull
    @Description("Its steps, in their order.")
    public CompletionStage<List<@NonNull StrategyStep>> steps(@Source StrategyVersion version) {
        return loader.load(
                        "StrategyVersion.steps",
                        new VersionKey(version.strategy(), version.number()),
                        strategies::steps)
                .thenApply(found -> found == null ? List.of() : found);
    }

    @Nullable
    @Description("Who drafted it last; null when no person did.")
    public CompletionStage<User> draftedBy(@Source StrategyVersion version) {
        return user("StrategyVersion.draftedBy", version.drafter());
    }

    @Nullable
    @Description("Who activated it; null when nobody did.")
    public CompletionStage<User> activatedBy(@Source StrategyVersion version) {
        return user("StrategyVersion.activatedBy", version.activator());
    }

    @Nullable
    @Description("Who retired it, or activated the next one; null when nobody did.")
    public CompletionStage<User> retiredBy(@Source StrategyVersion version) {
        return user("StrategyVersion.retiredBy", version.retirer());
    }

    @Nullable
    @Description("The user who is to do it; null unless the step names one.")
    public CompletionStage<User> assigneeUser(@Source StrategyStep step) {
        return user("StrategyStep.assigneeUser", step.assigneeId());
    }

    private record Wanted(StrategyPreview preview, Set<StrategyVerdict> verdicts, Paging paging) {}

    @NonNull
    @Description("The customers that you see, by their codes.")
    public CompletionStage<StrategyPreviewRowConnection> customers(
            @Source StrategyPreview preview,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Those of one of these verdicts; null or empty: all.")
                    List<@NonNull StrategyVerdict> verdict) {
        Wanted wanted = new Wanted(
                preview,
                verdict == null ? Set.of() : Set.copyOf(verdict),
                new Paging(first, after, selection.counted()));
        return loader.load("StrategyPreview.customers", wanted, this::rows).thenApply(StrategyPreviewRowConnection::of);
    }

    private Map<Wanted, Page<StrategyPreviewRow>> rows(Set<Wanted> wanted) {
        return wanted.stream()
                .collect(Collectors.toMap(
                        Function.identity(), each -> previews.rows(each.preview(), each.verdicts(), each.paging())));
    }

    @NonNull
    @Description("The customer.")
    public CompletionStage<Customer> customer(@Source StrategyPreviewRow row) {
        return loader.load("StrategyPreviewRow.customer", row.customer(), customers::byIds);
    }

    private CompletionStage<User> user(String name, UUID idOrNull) {
        return idOrNull == null ? CompletableFuture.completedStage(null) : loader.load(name, idOrNull, users::byIds);
    }
}
