package io.huikuan.sellthrough.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.sellthrough.CustomerStock;
import io.huikuan.sellthrough.SellThrough;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a delivery or a report. */
@DefaultNonNull
@Description("The customer's current stock cycle, or why nothing was recorded.")
public record SellThroughPayload(
        @Nullable
        @Description("The current cycle; null when nothing was recorded, and before the customer's first delivery.")
        SellThrough sellThrough,

        @Description("Why nothing was recorded; empty when it was.")
        List<@NonNull UserError> userErrors) {

    static SellThroughPayload of(Outcome<CustomerStock> outcome) {
        return new SellThroughPayload(
                outcome.map(stock -> stock.sellThrough().orElse(null)).valueOrNull(), outcome.errors());
    }
}
