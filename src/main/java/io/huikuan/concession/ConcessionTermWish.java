package io.huikuan.concession;

import io.huikuan.kernel.money.MoneyInput;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** What is to be given for which payment, as a client sends it. */
@DefaultNonNull
@Input("ConcessionTermInput")
@Description("What is to be given for which payment; at least one of gives and worth says what.")
public record ConcessionTermWish(
        @Description("What is given.") ConcessionKind kind,

        @Nullable @Description("What exactly, in words, at most 500 characters.")
        String gives,

        @Nullable @Description("What it is worth.") MoneyInput worth,

        @Description(
                "What must be paid for it, beside what the steps before it ask for; all steps are in one currency.")
        MoneyInput amount,

        @Description(
                "The last day on which money counts, from the business date on, at most 366 days ahead, and not before that of the step before it.")
        LocalDate payBy) {}
