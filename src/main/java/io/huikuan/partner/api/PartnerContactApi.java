package io.huikuan.partner.api;

import io.huikuan.kernel.identity.Roles;
import io.huikuan.partner.MyContactPerson;
import io.huikuan.partner.PartnerContacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The partner's own people. */
@GraphQLApi
public class PartnerContactApi {

    private final PartnerContacts contacts;

    PartnerContactApi(PartnerContacts contacts) {
        this.contacts = contacts;
    }

    @Query
    @NonNull
    @Description("Your people whom your supplier may speak to, by name.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public List<@NonNull MyContactPerson> myContactPersons() {
        return contacts.all();
    }

    @Mutation
    @Description("Enters one of your people, or changes one.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public MyContactPersonPayload saveMyContactPerson(
            @NonNull @Description("The person.") SaveMyContactPersonInput input) {
        return MyContactPersonPayload.of(contacts.save(input.wish()));
    }
}
