package io.huikuan.credit;

import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;

/** How you stand with your credit at the supplier. */
@DefaultNonNull
@Description("How you stand with your credit at the supplier.")
public record MyCredit(
        @Nullable @Description("How much you may owe; null: no limit was named.")
        Money limit,

        @Nullable @Description("The last day of the limit; null: it has no end of its own.")
        LocalDate validUntil,

        @Nullable
        @Description(
                "What of it is used, by what you owe less what is unapplied, plus open orders; null without a limit.")
        Money used,

        @Nullable @Description("What of it is left; below zero when it is exceeded; null without a limit.")
        Money available,

        @Description("Whether supply is stopped for the time being.")
        boolean supplyStopped) {}
