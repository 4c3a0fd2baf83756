package io.huikuan.partner.api;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Who is removed. */
@DefaultNonNull
@Input("RemovePartnerUserInput")
@Description("Who shall see a customer's account no more.")
public record RemovePartnerUserInput(
        @Id @Description("Which person.") String userId) {}
