package io.huikuan.alert.api;

import io.huikuan.alert.Alert;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a wish about an alert. */
@DefaultNonNull
@Description("The alert as it is now, or why nothing was done.")
public record AlertPayload(
        @Nullable @Description("The alert; null when the wish was refused.")
        Alert alert,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static AlertPayload of(Outcome<Alert> outcome) {
        return new AlertPayload(outcome.valueOrNull(), outcome.errors());
    }
}
