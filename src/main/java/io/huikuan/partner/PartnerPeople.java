package io.huikuan.partner;

import io.huikuan.tenant.User;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The people of one customer who see its account. */
@DefaultNonNull
@Description("The people of one customer who see its account.")
public record PartnerPeople(
        @Description("Those who have come, by name; who was removed is not active.")
        List<@NonNull User> users,

        @Description("Who is invited and has not come, the latest first; what has expired is left out.")
        List<@NonNull PartnerInvitation> invitations) {

    public PartnerPeople {
        users = List.copyOf(users);
        invitations = List.copyOf(invitations);
    }
}
