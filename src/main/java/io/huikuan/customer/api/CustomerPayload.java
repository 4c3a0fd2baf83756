package io.huikuan.customer.api;

import io.huikuan.customer.Customer;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a wish about a customer. */
@DefaultNonNull
@Description("The customer as it is now, or why nothing was done.")
public record CustomerPayload(
        @Nullable @Description("The customer; null when the wish was refused.")
        Customer customer,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static CustomerPayload of(Outcome<Customer> outcome) {
        return new CustomerPayload(outcome.valueOrNull(), outcome.errors());
    }
}
