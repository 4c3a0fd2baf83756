package io.huikuan.partner.api;

import io.smallrye.graphql.api.DefaultNonNull;
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
        String name) {}
