package io.huikuan.partner.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.tenant.User;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Who was removed. */
@DefaultNonNull
@Description("Who was removed, or why nobody was.")
public record RemovePartnerUserPayload(
        @Nullable @Description("The person, who may no longer sign in; null when it was refused.")
        User user,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static RemovePartnerUserPayload of(Outcome<User> outcome) {
        return new RemovePartnerUserPayload(outcome.valueOrNull(), outcome.errors());
    }
}
