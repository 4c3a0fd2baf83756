package io.huikuan.customer.api;

import io.huikuan.customer.ContactPersonWish;
import io.huikuan.customer.DecisionRole;
import io.huikuan.customer.Weekday;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A contact person as a client sends it. */
@Input("SaveContactPersonInput")
@Description(
        "A contact person, new or known; all fields are replaced, so what is absent is emptied, but for preferredDays; hours and days that the customer's own user said stay as they are.")
public record SaveContactPersonInput(
        @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @Id @Description("The person; absent for a new one.")
        String id,

        @Description("The version that was read, needed with an id; another one is STALE.")
        Integer version,

        @NonNull @Id @Description("The customer; a person stays at its own.")
        String customerId,

        @NonNull @Description("The name, at most 200 characters.")
        String name,

        @Description("The job title, at most 200 characters.")
        String jobTitle,

        @Description("Which part the person has in the decision to pay.")
        DecisionRole decisionRole,

        @Description("How much the person's word counts, 1 to 5.")
        Integer influence,

        @Description("The telephone number, at most 50 characters.")
        String phone,

        @Description("The e-mail address.") String email,

        @Description("From when on the person likes to be called, HH:mm in the customer's time zone.")
        String preferredFrom,

        @Description("Until when the person likes to be called, HH:mm, later than preferredFrom.")
        String preferredTo,

        @Nullable
        @Description(
                "On which days of the week the person likes to be called; empty: on any; unlike the other fields they stay as they are when absent.")
        List<@NonNull Weekday> preferredDays,

        @Id @Description("To whom at the same customer the person reports.")
        String reportsToId,

        @Id @Description("Who of ours keeps the relationship.")
        String relationshipOwnerId) {

    /** The wish. */
    public ContactPersonWish wish() {
        return new ContactPersonWish(
                clientKey,
                id,
                version,
                customerId,
                name,
                jobTitle,
                decisionRole,
                influence,
                phone,
                email,
                preferredFrom,
                preferredTo,
                preferredDays,
                reportsToId,
                relationshipOwnerId);
    }
}
