package io.huikuan.credit;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** A release of a hold. */
@DefaultNonNull
@Description("A release of a hold.")
public record CreditHoldRelease(
        @Description("Whether payment released it; else a person did.")
        boolean byPayment,

        @Description("Why.") String reason,

        @Description("From which day the hold does not count.")
        LocalDate from,

        @Nullable
        @Description(
                "The last day of the release, after which the hold counts again; null: it was released for good, by payment or by the escalation that placed it.")
        LocalDate until,

        @Description("When it was entered.") Instant releasedAt,

        @Nullable
        @Description(
                "From which day the hold counts again before the last day, because the money went back; null: it does not.")
        LocalDate endedOn,

        @Ignore UUID releaser) {}
