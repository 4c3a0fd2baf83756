package io.huikuan.credit;

import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Whether an order may be supplied on credit, and what each rule says. */
@DefaultNonNull
@Description("Whether an order may be supplied on credit, and what each rule says.")
public record CreditCheck(
        @Description("The business date on which it was checked.")
        LocalDate asOf,

        @Description("When.") Instant checkedAt,
        @Description("What for.") CreditStage stage,
        @Description("The order.") Money orderAmount,

        @Description("Whether it may be supplied: no verdict blocks.")
        boolean allowed,

        @Description("What each rule says, in the order of the rules; a rule can say more than one thing.")
        List<@NonNull CreditVerdict> verdicts,

        @Description("How the customer stands, without the order.")
        CreditStanding standing,

        @Nullable
        @Description(
                "What of the limit is left with the order; null without a limit or when the order is in another currency.")
        Money availableAfter) {}
