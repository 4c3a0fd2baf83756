package io.huikuan.partner.api;

import io.huikuan.kernel.text.Language;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Who is invited. */
@DefaultNonNull
@Input("InvitePartnerUserInput")
@Description("Who is invited to see a customer's account on its behalf.")
public record InvitePartnerUserInput(
        @Id @Description("Which customer.") String customerId,

        @Description("Where the invitation goes; an open one of this address at the customer ends.")
        String email,

        @Description("What the person is called, at most 200 characters.")
        String name,

        @Nullable @Description("The language of the e-mail; absent: the one in which the tenant writes to people.")
        Language language) {}
