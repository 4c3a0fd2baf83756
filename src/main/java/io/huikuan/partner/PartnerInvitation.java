package io.huikuan.partner;

import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** That somebody was invited to be one of a customer's own people, and has not come yet. */
@DefaultNonNull
@Description("That somebody was invited to be one of a customer's own people, and has not come yet.")
public record PartnerInvitation(
        @Description("The e-mail address that was invited.") String email,
        @Description("What the person is called.") String name,
        @Description("When the person was invited.") Instant invitedAt,

        @Description("Until when the invitation can be accepted.")
        Instant expiresAt,

        @Ignore UUID id) {}
