package io.huikuan.partner.api;

import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.notification.mail.MailDelivery;
import io.huikuan.notification.mail.Mails;
import io.huikuan.partner.PartnerInvitation;
import io.huikuan.partner.PartnerPeople;
import io.huikuan.partner.PartnerUsers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Who sees a customer's account on its behalf: the office's side. */
@GraphQLApi
public class PartnerUserApi {

    private final PartnerUsers users;
    private final Mails mails;
    private final Loader loader;

    PartnerUserApi(PartnerUsers users, Mails mails, Loader loader) {
        this.users = users;
        this.mails = mails;
        this.loader = loader;
    }

    @Query
    @Description(
            "Who sees a customer's account on its behalf, and who is invited to; null when it is not yours to see.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public PartnerPeople partnerUsers(@NonNull @Id @Description("Which customer.") String customerId) {
        return users.of(customerId).orElse(null);
    }

    @Nullable
    @Description("What became of the e-mail with the invitation; null when none was to be sent.")
    public CompletionStage<MailDelivery> mail(@Source PartnerInvitation invitation) {
        return loader.load("PartnerInvitation.mail", invitation.id(), mails::of);
    }

    @Mutation
    @Description(
            "Invites somebody to see a customer's account on its behalf, by e-mail where the service sends it. It can be accepted once, within seven days.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public InvitePartnerUserPayload invitePartnerUser(
            @NonNull @Description("Who is invited.") InvitePartnerUserInput input) {
        return InvitePartnerUserPayload.of(users.invite(
                new PartnerUsers.Guest(input.customerId(), input.email(), input.name(), input.language())));
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
