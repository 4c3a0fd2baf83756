package io.huikuan.credit;

import io.huikuan.customer.CreditGrade;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** An assessment of a customer and the grade that comes of it. */
@DefaultNonNull
@Input("AssessCreditInput")
@Description("An assessment of a customer and the grade that comes of it.")
public record AssessCredit(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which customer.") String customerId,

        @Description("The version of the customer that was read; another one is STALE.")
        int version,

        @Description("The grade.") CreditGrade grade,

        @Description("What was looked at, 1 to 20 things of at most 200 characters: accounts, bank references, visits.")
        List<@NonNull String> lookedAt,

        @Nullable @Description("What was found, at most 4000 characters.")
        String note,

        @Description("Until when it is to be relied on, after the business date.")
        LocalDate validUntil) {}
