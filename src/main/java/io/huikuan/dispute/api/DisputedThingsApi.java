package io.huikuan.dispute.api;

import io.huikuan.customer.Customer;
import io.huikuan.dispute.DisputeStatus;
import io.huikuan.dispute.Disputes;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Receivable;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What is disputed of customers and receivables, and what of them may be dunned. */
@GraphQLApi
public class DisputedThingsApi {

    private final Disputes disputes;
    private final Loader loader;
    private final Selection selection;

    DisputedThingsApi(Disputes disputes, Loader loader, Selection selection) {
        this.disputes = disputes;
        this.loader = loader;
        this.selection = selection;
    }

    private record Wanted(Set<DisputeStatus> statuses, Paging paging) {}

    @NonNull
    @Description("Its disputes, the newest first.")
    public CompletionStage<DisputeConnection> disputes(
            @Source Customer customer,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Those in one of these statuses; null or empty: all.")
                    List<@NonNull DisputeStatus> status) {
        Wanted wanted = new Wanted(
                status == null ? Set.of() : Set.copyOf(status), new Paging(first, after, selection.counted()));
        return loader.load(
                        "Customer.disputes",
                        new Nested<>(customer.uuid(), wanted),
                        keys -> Nested.read(keys, (ids, one) -> disputes.pages(ids, one.statuses(), one.paging())))
                .thenApply(DisputeConnection::of);
    }

    @NonNull
    @Description("What of its balance is disputed, at most what is open.")
    public CompletionStage<Decimal> disputed(@Source Receivable receivable) {
        return amount("Receivable.disputed", receivable, disputes::disputedOf);
    }

    @NonNull
    @Description(
            "What of its balance the customer may be reminded of: without what is disputed, and nothing while a promise for it is open.")
    public CompletionStage<Decimal> dunnable(@Source Receivable receivable) {
        return amount("Receivable.dunnable", receivable, disputes::dunnableOf);
    }

    private CompletionStage<Decimal> amount(
            String name, Receivable receivable, Function<Collection<UUID>, Map<UUID, BigDecimal>> read) {
        String currency = receivable.amount().currency();
        return loader.load(name, NodeId.uuidOf(receivable.id()), (Set<UUID> ids) -> read.apply(ids))
                .thenApply(found -> Money.of(found == null ? BigDecimal.ZERO : found, currency)
                        .amount());
    }
}
