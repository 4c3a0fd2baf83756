package io.huikuan.debtorclass.api;

import io.huikuan.debtorclass.DebtorClassification;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of a customer's class. */
@DefaultNonNull
@Description("The classification after the mutation, or why it was refused.")
public record DebtorClassificationPayload(
        @Nullable @Description("The classification; null when the mutation was refused.")
        DebtorClassification classification,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static DebtorClassificationPayload of(Outcome<DebtorClassification> outcome) {
        return new DebtorClassificationPayload(outcome.valueOrNull(), outcome.errors());
    }
}
