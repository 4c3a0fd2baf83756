package io.huikuan.ledger.api;

import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.money.Money;
import io.huikuan.ledger.LedgerEntry;
import io.huikuan.ledger.LedgerEntryKind;
import io.huikuan.tenant.TenantSettingsService;
import io.smallrye.graphql.api.Nullable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;

/** What it takes to earn again what was written off (rule 36): loss ÷ margin. */
@GraphQLApi
public class WriteOffCostApi {

    private final TenantSettingsService settings;
    private final Loader loader;

    WriteOffCostApi(TenantSettingsService settings, Loader loader) {
        this.settings = settings;
        this.loader = loader;
    }

    @Nullable
    @Description(
            "Of a write-off: the sales whose margin makes it up; null of other entries, and when the tenant says no margin.")
    public CompletionStage<Money> salesToMakeUp(@Source LedgerEntry entry) {
        return entry.kind() != LedgerEntryKind.WRITTEN_OFF
                ? CompletableFuture.completedStage(null)
                : loader.load(
                        "salesToMakeUp",
                        Money.of(entry.amount().value().negate(), entry.amount().currency()),
                        settings::salesToMakeUp);
    }
}
