package io.huikuan.partner.api;

import io.huikuan.customer.OwnPersonWish;
import io.huikuan.customer.Weekday;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** One of the partner's own people, as a client sends it. */
@DefaultNonNull
@Input("SaveMyContactPersonInput")
@Description(
        "One of your people, new or known; all these fields are replaced, so what is absent is emptied, but for preferredDays.")
public record SaveMyContactPersonInput(
        @Nullable @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @Nullable @Id @Description("The person; absent for a new one.")
        String id,

        @Nullable @Description("The version that was read, needed with an id; another one is STALE.")
        Integer version,

        @Description("The name, at most 200 characters.") String name,

        @Nullable @Description("The job title, at most 200 characters.")
        String jobTitle,

        @Nullable @Description("The telephone number, at most 50 characters.")
        String phone,

        @Nullable @Description("The e-mail address.") String email,

        @Nullable @Description("From when on the person likes to be called, HH:mm in your time zone.")
        String preferredFrom,

        @Nullable @Description("Until when the person likes to be called, HH:mm, later than preferredFrom.")
        String preferredTo,

        @Nullable
        @Description(
                "On which days of the week the person likes to be called; empty: on any; unlike the other fields they stay as they are when absent.")
        List<@NonNull Weekday> preferredDays) {

    OwnPersonWish wish() {
        return new OwnPersonWish(
                clientKey, id, version, name, jobTitle, phone, email, preferredFrom, preferredTo, preferredDays);
    }
}
