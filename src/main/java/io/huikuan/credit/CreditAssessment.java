package io.huikuan.credit;

import io.huikuan.customer.CreditGrade;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A look at a customer and the grade that came of it. */
@DefaultNonNull
@Description("A look at a customer and the grade that came of it.")
public record CreditAssessment(
        @Description("Its place in the history of the customer, from 1.")
        int number,

        @Nullable @Description("The grade; null: it was taken away.")
        CreditGrade grade,

        @Description("What was looked at; empty when the grade was entered without an assessment.")
        List<@NonNull String> lookedAt,

        @Nullable @Description("What was found.") String note,
        @Description("On which business date.") LocalDate assessedOn,

        @Nullable @Description("Until when it is to be relied on; null: no day was named.")
        LocalDate validUntil,

        @Description("When it was entered.") Instant recordedAt,
        @Ignore UUID recorder) {}
