package io.huikuan.partner.api;

import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.partner.PartnerAccount;
import io.huikuan.partner.PartnerAccounts;
import io.huikuan.partner.PartnerBalance;
import io.huikuan.partner.PartnerSellThrough;
import io.huikuan.partner.PartnerStock;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The partner's way in: its own account, and nothing else. */
@GraphQLApi
public class PartnerAccountApi {

    private final PartnerAccounts accounts;
    private final PartnerStock stock;
    private final Loader loader;
    private final Selection selection;

    PartnerAccountApi(PartnerAccounts accounts, PartnerStock stock, Loader loader, Selection selection) {
        this.accounts = accounts;
        this.stock = stock;
        this.loader = loader;
        this.selection = selection;
    }

    private record PageOf(PartnerAccount account, Paging paging) {}

    private record BalancesOf(PartnerAccount account, boolean buckets, boolean announced, boolean disputed) {}

    private record InstallmentsOf(PartnerAccount account, boolean openOnly, Paging paging) {}

    @Query
    @Nullable
    @Description("Your own account, if you are a partner; null for staff.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP, Roles.PARTNER})
    public PartnerAccount myAccount() {
        return accounts.mine().orElse(null);
    }

    @NonNull
    @Description(
            "What you owe on the business date, a row for each currency in which something is open or unapplied; where announced is asked for, or announced.")
    public CompletionStage<List<@NonNull PartnerBalance>> balances(@Source PartnerAccount account) {
        BalancesOf wanted = new BalancesOf(
                account,
                selection.has("buckets"),
                selection.has("announced"),
                selection.has("disputed") || selection.has("buckets/disputed"));
        return each(
                "PartnerAccount.balances",
                wanted,
                key -> accounts.balances(key.account(), key.buckets(), key.announced(), key.disputed()));
    }

    @NonNull
    @Description("The documents of which something is open, in the order of their due dates.")
    public CompletionStage<ReceivableSummaryConnection> openReceivables(
            @Source PartnerAccount account,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        PageOf page = new PageOf(account, new Paging(first, after, selection.counted()));
        return each(
                        "PartnerAccount.openReceivables",
                        page,
                        key -> accounts.openReceivables(key.account(), key.paging()))
                .thenApply(ReceivableSummaryConnection::of);
    }

    @NonNull
    @Description(
            "The installments by which you pay, of payment plans and of documents without one, in the order of their due dates.")
    public CompletionStage<InstallmentSummaryConnection> installments(
            @Source PartnerAccount account,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Description("Whether only those of which something is open.") @DefaultValue("true") boolean openOnly) {
        InstallmentsOf page = new InstallmentsOf(account, openOnly, new Paging(first, after, selection.counted()));
        return each(
                        "PartnerAccount.installments",
                        page,
                        key -> accounts.installments(key.account(), key.openOnly(), key.paging()))
                .thenApply(InstallmentSummaryConnection::of);
    }

    @NonNull
    @Description("What you paid, the newest first.")
    public CompletionStage<PaymentSummaryConnection> payments(
            @Source PartnerAccount account,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        PageOf page = new PageOf(account, new Paging(first, after, selection.counted()));
        return each("PartnerAccount.payments", page, key -> accounts.payments(key.account(), key.paging()))
                .thenApply(PaymentSummaryConnection::of);
    }

    @Nullable
    @Description("How far the goods of your current stock cycle are sold; null before the first delivery.")
    public CompletionStage<PartnerSellThrough> sellThrough(@Source PartnerAccount account) {
        return each(
                "PartnerAccount.sellThrough", account, any -> stock.current().orElse(null));
    }

    /** There is one account to a request; several keys are aliases with other arguments. */
    private <K, V> CompletionStage<V> each(String name, K key, Function<K, V> read) {
        return loader.load(name, key, keys -> {
            Map<K, V> values = new HashMap<>();
            keys.forEach(one -> values.put(one, read.apply(one)));
            return values;
        });
    }
}
