package io.huikuan.payprocess;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** Where a claim was on the way to being paid, from a day on. */
@DefaultNonNull
@Description("Where a claim was on the way to being paid, from a day on.")
public record ClaimStep(
        @Description("Its place in the history of the claim, from 1.")
        int number,

        @Nullable @Description("The step; null: it was through.")
        PaymentStep step,

        @Description("From which business date.") LocalDate since,

        @Description("For how many days until the next one, or until the business date.")
        int days,

        @Description("Whether it is there still, the claim is open, and that takes longer than usual.")
        boolean stuck,

        @Nullable @Description("What was said.") String note,
        @Description("When it was entered.") Instant recordedAt,
        @Ignore UUID receivable,
        @Ignore UUID recorder) {}
