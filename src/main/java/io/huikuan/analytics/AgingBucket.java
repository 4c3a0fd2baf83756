package io.huikuan.analytics;

import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The part of an open amount that is late by so many days; closed at both ends. */
@DefaultNonNull
@Description("The part of an outstanding amount that is late by a number of days, both ends included.")
public record AgingBucket(
        @Description("What the bucket is called: Current, 1–30, 91+.")
        String label,

        @Nullable @Description("The least days past due; null for the first bucket, which holds all that is not late.")
        Integer fromDays,

        @Nullable @Description("The most days past due; null for the last bucket, which has no end.")
        Integer toDays,

        @Description("How much is open in the bucket.") Decimal amount,

        @Description("What of it is disputed; an of-which figure.")
        Decimal disputed) {}
