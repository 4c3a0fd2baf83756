package io.huikuan.escalation.api;

import io.huikuan.escalation.Escalation;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a wish about a case. */
@DefaultNonNull
@Description("What became of a wish about a case.")
public record EscalationPayload(
        @Nullable @Description("The case as it is now; null when the wish was refused.")
        Escalation escalation,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static EscalationPayload of(Outcome<Escalation> outcome) {
        return new EscalationPayload(outcome.valueOrNull(), outcome.errors());
    }
}
