package io.huikuan.contact.api;

import io.huikuan.contact.ContactPolicy;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a change of the contact policy. */
@DefaultNonNull
@Description("The contact policy after the change, or why it was refused.")
public record ContactPolicyPayload(
        @Nullable @Description("The policy; null when the change was refused.")
        ContactPolicy contactPolicy,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static ContactPolicyPayload of(Outcome<ContactPolicy> outcome) {
        return new ContactPolicyPayload(outcome.valueOrNull(), outcome.errors());
    }
}
