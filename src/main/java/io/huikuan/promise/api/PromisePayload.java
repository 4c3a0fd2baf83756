package io.huikuan.promise.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.promise.PromiseToPay;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of one promise. */
@DefaultNonNull
@Description("The promise after the mutation, or why it was refused.")
public record PromisePayload(
        @Nullable @Description("The promise; null when the mutation was refused.")
        PromiseToPay promise,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static PromisePayload of(Outcome<PromiseToPay> outcome) {
        return new PromisePayload(outcome.valueOrNull(), outcome.errors());
    }
}
