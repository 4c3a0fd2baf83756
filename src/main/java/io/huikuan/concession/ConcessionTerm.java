package io.huikuan.concession;

import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;

/** What is given for which payment. At least one of gives and worth is there. */
@DefaultNonNull
@Description("What is given for which payment.")
public record ConcessionTerm(
        @Description("What is given.") ConcessionKind kind,

        @Nullable @Description("What exactly, in words; null: its kind and worth say all.")
        String gives,

        @Nullable @Description("What it is worth; null: that is not said in money.")
        Money worth,

        @Description("What must be paid for it, beside what the steps before it ask for.")
        Money amount,

        @Description("The last day on which money counts for it.")
        LocalDate payBy) {}
