package io.huikuan.strategy.api;

import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.strategy.CreateStrategy;
import io.huikuan.strategy.DecideStrategy;
import io.huikuan.strategy.SaveStrategyDraft;
import io.huikuan.strategy.Strategies;
import io.huikuan.strategy.StrategyPreview;
import io.huikuan.strategy.StrategyPreviews;
import io.huikuan.strategy.StrategyService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Strategies, for those who lead. */
@GraphQLApi
public class StrategyApi {

    private final Strategies strategies;
    private final StrategyService service;
    private final StrategyPreviews previews;
    private final Selection selection;

    StrategyApi(Strategies strategies, StrategyService service, StrategyPreviews previews, Selection selection) {
        this.strategies = strategies;
        this.service = service;
        this.previews = previews;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("Strategies, the newest first: a manager of a region sees those of his region and of all regions.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public StrategyConnection strategies(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @DefaultValue("false") @Description("Whether those that were ended are in it too.")
                    Boolean ended) {
        return StrategyConnection.of(
                strategies.page(Boolean.TRUE.equals(ended), new Paging(first, after, selection.counted())));
    }

    @Query
    @Description(
            "What the draft of a strategy, or else its active version, does on a day: who gets what, and why the others do not. Nothing is done. Null when there is no such strategy, or it was ended.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public StrategyPreview previewStrategy(
            @NonNull @Id @Description("Which strategy.") String id,
            @Nullable
                    @Description(
                            "The day, at most 90 days after the business date, seen with what is open now; null: the business date.")
                    LocalDate asOf) {
        return previews.of(id, asOf).orElse(null);
    }

    @Mutation
    @Description("Creates a strategy with a draft. Nothing follows from it before it is activated.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public StrategyPayload createStrategy(@NonNull @Description("The strategy.") CreateStrategy input) {
        return StrategyPayload.of(service.create(input));
    }

    @Mutation
    @Description("Replaces the draft of a strategy, or begins one; the active version goes on.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public StrategyPayload saveStrategyDraft(@NonNull @Description("The draft.") SaveStrategyDraft input) {
        return StrategyPayload.of(service.saveDraft(input));
    }

    @Mutation
    @Description(
            "Makes the draft of a strategy its active version, from the next daily run on; the one before is retired. One that sends overdue notices a MANAGER or ADMIN activates, and its drafter only while nobody else could.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public StrategyPayload activateStrategy(@NonNull @Description("Which strategy.") DecideStrategy input) {
        return StrategyPayload.of(service.activate(input));
    }

    @Mutation
    @Description("Ends a strategy for good: its versions are retired, and its customers are free for another one.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public StrategyPayload endStrategy(@NonNull @Description("Which strategy.") DecideStrategy input) {
        return StrategyPayload.of(service.end(input));
    }
}
