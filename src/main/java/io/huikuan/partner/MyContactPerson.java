package io.huikuan.partner;

import io.huikuan.customer.ContactPerson;
import io.huikuan.customer.Weekday;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

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
        String preferredTo,

        @Description("On which days of the week the person likes to be called, in their order; empty: on any.")
        List<@NonNull Weekday> preferredDays,

        @Description(
                "Whether these hours and days are your word, which your supplier's calls keep to; else they are what it noted.")
        boolean hoursSaidByCustomer) {

    public MyContactPerson {
        preferredDays = List.copyOf(preferredDays);
    }

    static MyContactPerson of(ContactPerson person) {
        return new MyContactPerson(
                person.id(),
                person.version(),
                person.name(),
                person.jobTitle(),
                person.phone(),
                person.email(),
                person.preferredFrom(),
                person.preferredTo(),
                person.preferredDays(),
                person.hoursSaidByCustomer());
    }
}
