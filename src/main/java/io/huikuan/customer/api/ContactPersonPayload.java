package io.huikuan.customer.api;

import io.huikuan.customer.ContactPerson;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a wish about a contact person. */
@DefaultNonNull
@Description("The contact person as it is now, or why nothing was done.")
public record ContactPersonPayload(
        @Nullable @Description("The person; null when the wish was refused.")
        ContactPerson contactPerson,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static ContactPersonPayload of(Outcome<ContactPerson> outcome) {
        return new ContactPersonPayload(outcome.valueOrNull(), outcome.errors());
    }
}
