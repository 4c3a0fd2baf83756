package io.huikuan.escalation.api;

import io.huikuan.escalation.EscalationMeasure;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a wish about a measure. */
@DefaultNonNull
@Description("What became of a wish about a measure.")
public record EscalationMeasurePayload(
        @Nullable @Description("The measure as it is now; null when the wish was refused.")
        EscalationMeasure escalationMeasure,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static EscalationMeasurePayload of(Outcome<EscalationMeasure> outcome) {
        return new EscalationMeasurePayload(outcome.valueOrNull(), outcome.errors());
    }
}
