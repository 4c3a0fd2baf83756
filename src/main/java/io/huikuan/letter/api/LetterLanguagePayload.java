package io.huikuan.letter.api;

import io.huikuan.customer.Customer;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of the language of a customer's letters. */
@DefaultNonNull
@Description("What became of a mutation of the language of a customer's letters.")
public record LetterLanguagePayload(
        @Nullable @Description("It after the mutation; null when the mutation was refused.")
        Customer customer,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static LetterLanguagePayload of(Outcome<Customer> outcome) {
        return new LetterLanguagePayload(outcome.valueOrNull(), outcome.errors());
    }
}
