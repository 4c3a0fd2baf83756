package io.huikuan.partner.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.partner.PartnerSellThrough;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of the partner's own report. */
@DefaultNonNull
@Description("Your current stock cycle, or why nothing was recorded.")
public record MySellThroughPayload(
        @Nullable @Description("Your current cycle; null when nothing was recorded, and before your first delivery.")
        PartnerSellThrough sellThrough,

        @Description("Why nothing was recorded; empty when it was.")
        List<@NonNull UserError> userErrors) {

    static MySellThroughPayload of(Outcome<Optional<PartnerSellThrough>> outcome) {
        return new MySellThroughPayload(outcome.map(cycle -> cycle.orElse(null)).valueOrNull(), outcome.errors());
    }
}
