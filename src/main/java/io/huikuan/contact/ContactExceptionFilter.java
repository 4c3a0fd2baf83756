package io.huikuan.contact;

import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which contacts outside of the guard rails are wanted. */
@Input("ContactExceptionFilter")
@Description("Which contacts outside of the guard rails are wanted; what is left out does not matter.")
public record ContactExceptionFilter(
        @Description("On this day, in the tenant's time zone, or later.")
        LocalDate from,

        @Description("On this day or earlier.") LocalDate to,
        @Id @Description("Of this customer.") String customerId,
        @Id @Description("Entered by this person.") String recordedById,

        @Nullable @Description("Past any of these guard rails.")
        List<@NonNull GuardRail> outside) {

    /** All. */
    public static final ContactExceptionFilter ALL = new ContactExceptionFilter(null, null, null, null, null);
}
