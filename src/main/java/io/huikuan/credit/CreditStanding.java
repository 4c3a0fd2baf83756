package io.huikuan.credit;

import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** How a customer stands with its credit on a day. */
@DefaultNonNull
@Description("How a customer stands with its credit on a day.")
public record CreditStanding(
        @Description("The day.") LocalDate asOf,

        @Description("The version to give back when changing limits or rules of the customer.")
        int version,

        @Nullable @Description("The limit in force, or the last one when that has expired; null: none was ever given.")
        CreditLimit limit,

        @Nullable @Description("How much it allows, with the growth of a trial limit; null: no limit.")
        Money limitAmount,

        @Description(
                "How many installments were paid in full by their due dates since a trial limit was given; 0 under other limits.")
        int onTimeInstallments,

        @Description("Whether the limit has expired.") boolean limitExpired,

        @Nullable
        @Description(
                "What of the limit is left, in its currency alone; below zero when it is exceeded; null: no limit.")
        Money available,

        @Description("What is at risk, a row for each currency in which there is something.")
        List<@NonNull CreditExposure> exposures,

        @Description("The holds that stand, the newest first.")
        List<@NonNull CreditHold> holds,

        @Nullable @Description("The latest assessment; null: there is none.")
        CreditAssessment assessment,

        @Description("How each rule works for the customer.")
        List<@NonNull CreditRuleSetting> rules,

        @Description("The numbers of broken payment plans of which something is open.")
        List<@NonNull String> brokenPlans,

        @Ignore UUID customer,
        @Ignore boolean closed) {

    /** The exposure in the currency; empty when there is none. */
    @Ignore
    public Optional<CreditExposure> exposureIn(String currency) {
        return exposures.stream()
                .filter(exposure -> exposure.currency().equals(currency))
                .findFirst();
    }
}
