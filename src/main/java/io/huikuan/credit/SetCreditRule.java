package io.huikuan.credit;

import io.huikuan.customer.CreditGrade;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** How a rule works from the business date on, for a customer, for a grade, or for all customers. */
@DefaultNonNull
@Input("SetCreditRuleInput")
@Description("How a rule works from the business date on, for a customer, for a grade, or for all customers.")
public record SetCreditRule(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Description(
                "The version that was read: of the customer's standing, or else of the policy; another one is STALE.")
        int version,

        @Description("Which rule; CUSTOMER_CLOSED and HOLD always block.")
        CreditRule rule,

        @Nullable @Id @Description("For this customer alone.")
        String customerId,

        @Nullable @Description("For the customers of this grade; not together with a customer.")
        CreditGrade grade,

        @Description("What it does.") CreditRuleMode mode,

        @Nullable @Description("The amount, needed to BLOCK by OVERDUE_AMOUNT.")
        MoneyInput amount,

        @Nullable
        @Description("The days of grace of LIMIT_EXPIRED, 0 when absent, and of DAYS_OVERDUE, needed to BLOCK.")
        Integer days,

        @Nullable
        @Description("The share of the limit of LIMIT_USED as a fraction, above 0 and at most 10; 1 when absent.")
        Decimal share,

        @Nullable @Description("Its last day; null: it has no end.")
        LocalDate validUntil,

        @Description("Why, at most 500 characters.") String reason) {}
