package io.huikuan.contact;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** A contact policy as somebody wishes it, not checked yet; what is null stays as it is. */
@DefaultNonNull
@Input("UpdateContactPolicyInput")
@Description("What to change of the contact policy; what is null or absent stays as it is. Times read HH:mm.")
public record ChangeContactPolicy(
        @Nullable @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @Description("The version that was read; another one is STALE.")
        int version,

        @Nullable @Description("The best time of the day; it lies in the hours that the policy leaves.")
        String bestAt,

        @Nullable @Description("When the noon rest begins; 12:00 at the latest.")
        String noonFrom,

        @Nullable @Description("When the noon rest is over; 13:30 at the earliest.")
        String noonTo,

        @Nullable @Description("When the quiet hours of the evening begin; 21:00 at the latest.")
        String quietFrom,

        @Nullable @Description("When the quiet hours are over in the morning; 08:00 at the earliest.")
        String quietTo,

        @Nullable @Description("How often a person may be contacted on a day, 1 to 3.")
        Integer perDay,

        @Nullable @Description("How often a person may be contacted in a week, 1 to 10, not less than on a day.")
        Integer perWeek,

        @Nullable @Description("How many whole days lie between two automatic contacts with a customer, 1 to 60.")
        Integer quietDays) {}
