package io.huikuan.credit;

import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A release of a hold for a while. */
@DefaultNonNull
@Input("ReleaseCreditHoldInput")
@Description("A release of a hold for a while.")
public record ReleaseCreditHold(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which hold.") String id,

        @Description("The version of the hold that was read; another one is STALE.")
        int version,

        @Description("Why, at most 500 characters.") String reason,

        @Description(
                "The last day of the release, after which the hold counts again; at most 366 days from the business date.")
        LocalDate until) {}
