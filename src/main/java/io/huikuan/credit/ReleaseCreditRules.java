package io.huikuan.credit;

import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Rules that do not block a customer for a while. */
@DefaultNonNull
@Input("ReleaseCreditRulesInput")
@Description("Rules that do not block a customer for a while.")
public record ReleaseCreditRules(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which customer.") String customerId,

        @Description("The version of the standing that was read; another one is STALE.")
        int version,

        @Description("Which rules; CUSTOMER_CLOSED and HOLD cannot be released so.")
        List<@NonNull CreditRule> rules,

        @Description("Why, at most 500 characters.") String reason,

        @Description("The last day of the release; at most 366 days from the business date.")
        LocalDate until) {}
