package io.huikuan.partner;

import io.huikuan.customer.ContactPerson;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;

/** One of the partner's own people, by what it said of them; what the supplier thinks of them is not in it. */
@DefaultNonNull
@Description("One of your people whom your supplier may speak to.")
public record MyContactPerson(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("The version to give back when changing the person.")
        int version,

        @Description("The name.") String name,
        @Nullable @Description("The job title.") String jobTitle,
        @Nullable @Description("The telephone number.") String phone,
        @Nullable @Description("The e-mail address.") String email,

        @Nullable @Description("From when on the person likes to be called, HH:mm in your time zone.")
        String preferredFrom,

        @Nullable @Description("Until when the person likes to be called, HH:mm in your time zone.")
        String preferredTo) {

    static MyContactPerson of(ContactPerson person) {
        return new MyContactPerson(
                person.id(),
                person.version(),
                person.name(),
                person.jobTitle(),
                person.phone(),
                person.email(),
                person.preferredFrom(),
                person.preferredTo());
    }
}
