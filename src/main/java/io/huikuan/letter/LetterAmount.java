package io.huikuan.letter;

import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;

/** For what a letter asks in one currency, as it was on its date. */
@DefaultNonNull
@Description("For what a letter asks in one currency, as it was on its date.")
public record LetterAmount(
        @Description("What was open, without what was promised or disputed.")
        Money total,

        @Description("How much of that was overdue.") Money overdue) {}
