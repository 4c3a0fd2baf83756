package io.huikuan.credit;

import io.huikuan.customer.CreditGrade;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** How a rule works, for whom, and who said so. */
@DefaultNonNull
@Description("How a rule works, for whom, and who said so.")
public record CreditRuleSetting(
        @Description("Which rule.") CreditRule rule,
        @Description("What it does.") CreditRuleMode mode,
        @Description("For whom it was said.") CreditRuleSource source,

        @Nullable @Description("For which grade; null unless the source is GRADE.")
        CreditGrade grade,

        @Nullable @Description("The amount, of OVERDUE_AMOUNT.")
        Money amount,

        @Nullable @Description("The days of grace, of LIMIT_EXPIRED and DAYS_OVERDUE.")
        Integer days,

        @Nullable @Description("The share of the limit as a fraction, of LIMIT_USED.")
        Decimal share,

        @Nullable @Description("From which day; null of what the service does by itself.")
        LocalDate validFrom,

        @Nullable @Description("Its last day; null: it has no end.")
        LocalDate validUntil,

        @Nullable @Description("Why; null of what the service does by itself.")
        String reason,

        @Nullable @Description("When it was entered; null of what the service does by itself.")
        Instant recordedAt,

        @Ignore UUID customer,
        @Ignore UUID recorder,
        @Ignore UUID key) {}
