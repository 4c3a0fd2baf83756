package io.huikuan.credit;

import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** A credit limit as it was given. */
@DefaultNonNull
@Description("A credit limit as it was given.")
public record CreditLimit(
        @Description("Its place in the history of the customer, from 1.")
        int number,

        @Description("What kind of limit it is.") CreditLimitKind kind,

        @Nullable @Description("How much may be owed, as it was given; null: no limit from that day on.")
        Money amount,

        @Nullable @Description("How it grows; null unless it is a trial limit.")
        TrialGrowth growth,

        @Description("From which day it is good.") LocalDate validFrom,

        @Nullable @Description("Its last day; null: it has no end of its own.")
        LocalDate validUntil,

        @Description("Why it was given.") String reason,
        @Description("When it was given.") Instant recordedAt,
        @Ignore UUID recorder) {}
