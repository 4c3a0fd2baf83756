package io.huikuan.analytics.api;

import io.huikuan.analytics.Aging;
import io.huikuan.analytics.AgingBasis;
import io.huikuan.analytics.AgingGroup;
import io.huikuan.analytics.AgingQuestion;
import io.huikuan.analytics.BalanceQuestion;
import io.huikuan.analytics.CustomerBalance;
import io.huikuan.customer.Customer;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Who owes how much for how long. */
@GraphQLApi
public class AgingApi {

    private final Aging aging;
    private final Loader loader;
    private final Selection selection;

    AgingApi(Aging aging, Loader loader, Selection selection) {
        this.aging = aging;
        this.loader = loader;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("What the customers that you see owe for how long, grouped, a row for each group and currency.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public AgingConnection aging(
            @Nullable @Description("The value date, not after the business date; null: the business date.")
                    LocalDate asOf,
            @Nullable @DefaultValue("CURRENCY") @Description("By what to group.") AgingGroup groupBy,
            @Nullable @DefaultValue("SCHEDULE") @Description("From which due dates to count.") AgingBasis basis,
            @Description("How many to return, 1 to 100.") @DefaultValue("50") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        AgingQuestion question = new AgingQuestion(
                aging.day(asOf),
                groupBy == null ? AgingGroup.CURRENCY : groupBy,
                basis == null ? AgingBasis.SCHEDULE : basis,
                selection.has("nodes/announced"),
                selection.has("nodes/disputed") || selection.has("nodes/buckets/disputed"));
        return AgingConnection.of(aging.rows(question, new Paging(first, after, selection.counted())));
    }

    @NonNull
    @Description(
            "What it owes, a row for each currency in which something is open or unapplied; where announced is asked for, or announced.")
    public CompletionStage<List<@NonNull CustomerBalance>> balances(
            @Source Customer customer,
            @Nullable @Description("The value date, not after the business date; null: the business date.")
                    LocalDate asOf) {
        BalanceQuestion wanted = new BalanceQuestion(
                aging.day(asOf),
                selection.has("buckets"),
                selection.has("announced"),
                selection.has("disputed") || selection.has("buckets/disputed"));
        return loader.load(
                        "Customer.balances",
                        new Nested<>(customer.uuid(), wanted),
                        keys -> Nested.read(keys, aging::balances))
                .thenApply(found -> found == null ? List.of() : found);
    }
}
