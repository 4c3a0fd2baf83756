package io.huikuan.credit;

import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;

/** What one rule says of an order. */
@DefaultNonNull
@Description("What one rule says of an order.")
public record CreditVerdict(
        @Description("Which rule.") CreditRule rule,
        @Description("What it says.") CreditOutcome outcome,
        @Description("Whether this refuses the order.") boolean blocks,
        @Description("Why, in a sentence.") String reason,

        @Nullable @Description("The amount that was compared; null where the rule compares none.")
        Money found,

        @Nullable @Description("The most that it may be; null where the rule compares none.")
        Money allowed,

        @Nullable @Description("Who decided how the rule works; null of a rule that nobody can change.")
        CreditRuleSource source,

        @Nullable @Description("The last day of that decision; null: it has no end.")
        LocalDate until) {}
