package io.huikuan.strategy;

import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** What a version of a strategy would do with the book of a day if it were active, of the customers that the actor sees. Nothing is done. */
@DefaultNonNull
@Description(
        "What a version of a strategy would do with the book of a day if it were active, of the customers that you see. Nothing is done.")
public record StrategyPreview(
        @Description("The day.") LocalDate asOf,
        @Description("The version that was looked at.") int number,

        @Description("How many customers there are of each verdict and step.")
        List<@NonNull StrategyPreviewCount> counts,

        @Ignore UUID strategy) {

    public StrategyPreview {
        counts = List.copyOf(counts);
    }
}
