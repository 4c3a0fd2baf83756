package io.huikuan.analytics.api;

import io.huikuan.analytics.AgingRow;
import io.huikuan.analytics.CustomerBalance;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.tenant.TenantSettingsService;
import io.smallrye.graphql.api.Nullable;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;

/** What it would take to earn again what is overdue (rule 36): loss ÷ margin. */
@GraphQLApi
public class SalesToMakeUpApi {

    private final TenantSettingsService settings;
    private final Loader loader;

    SalesToMakeUpApi(TenantSettingsService settings, Loader loader) {
        this.settings = settings;
        this.loader = loader;
    }

    @Nullable
    @Description(
            "The sales whose margin makes up the overdue amount if it is lost; null when the tenant says no margin.")
    public CompletionStage<Decimal> salesToMakeUp(@Source CustomerBalance balance) {
        return sales(balance.overdue(), balance.currency());
    }

    @Nullable
    @Description(
            "The sales whose margin makes up the overdue amount if it is lost; null when the tenant says no margin.")
    public CompletionStage<Decimal> salesToMakeUp(@Source AgingRow row) {
        return sales(row.overdue(), row.currency());
    }

    private CompletionStage<Decimal> sales(Decimal loss, String currency) {
        return loader.load("salesToMakeUp", Money.of(loss.value(), currency), settings::salesToMakeUp)
                .thenApply(sales -> sales == null ? null : sales.amount());
    }
}
