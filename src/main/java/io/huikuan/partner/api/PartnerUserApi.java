package io.huikuan.partner.api;

import io.huikuan.kernel.identity.Roles;
import io.huikuan.partner.PartnerPeople;
import io.huikuan.partner.PartnerUsers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Who sees a customer's account on its behalf: the office's side. */
@GraphQLApi
public class PartnerUserApi {

    private final PartnerUsers users;

    PartnerUserApi(PartnerUsers users) {
        this.users = users;
    }

    @Query
    @Description(
            "Who sees a customer's account on its behalf, and who is invited to; null when it is not yours to see.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public PartnerPeople partnerUsers(@NonNull @Id @Description("Which customer.") String customerId) {
        return users.of(customerId).orElse(null);
    }

    @Mutation
    @Description(
            "Invites somebody to see a customer's account on its behalf. It can be accepted once, within seven days.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public InvitePartnerUserPayload invitePartnerUser(
            @NonNull @Description("Who is invited.") InvitePartnerUserInput input) {
        return InvitePartnerUserPayload.of(users.invite(input.customerId(), input.email(), input.name()));
    }

    @Mutation
    @Description("Ends all rights of one of a customer's people at once, sockets and calendar links included.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public RemovePartnerUserPayload removePartnerUser(
            @NonNull @Description("Who is removed.") RemovePartnerUserInput input) {
        return RemovePartnerUserPayload.of(users.remove(input.userId()));
    }
}
