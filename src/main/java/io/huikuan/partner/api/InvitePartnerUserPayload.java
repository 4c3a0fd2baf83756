package io.huikuan.partner.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.partner.PartnerInvitation;
import io.huikuan.partner.PartnerUsers.Made;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The invitation, with its secret. */
@DefaultNonNull
@Description("The invitation, or why nobody was invited.")
public record InvitePartnerUserPayload(
        @Nullable @Description("The invitation; null when it was refused.")
        PartnerInvitation invitation,

        @Nullable @Description("What accepts the invitation, once; shown only now. Null when it was refused.")
        String secret,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static InvitePartnerUserPayload of(Outcome<Made> outcome) {
        return new InvitePartnerUserPayload(
                outcome.map(Made::invitation).valueOrNull(),
                outcome.map(made -> made.secret().text()).valueOrNull(),
                outcome.errors());
    }
}
