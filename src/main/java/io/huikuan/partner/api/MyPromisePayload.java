package io.huikuan.partner.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.partner.PromiseSummary;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of the partner's promise. */
@DefaultNonNull
@Description("Your promise after the mutation, or why it was refused.")
public record MyPromisePayload(
        @Nullable @Description("The promise; null when the mutation was refused.")
        PromiseSummary promise,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static MyPromisePayload of(Outcome<PromiseSummary> outcome) {
        return new MyPromisePayload(outcome.valueOrNull(), outcome.errors());
    }
}
