package io.huikuan.strategy;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** What a preview says of one customer. */
@DefaultNonNull
@Description("What a preview says of one customer.")
public record StrategyPreviewRow(
        @Description("What is done with it, or why nothing is.")
        StrategyVerdict verdict,

        @Nullable @Description("The position of the step; null where no step is reached that could be done.")
        Integer position,

        @Nullable @Description("The step's way; null likewise.")
        StrategyChannel channel,

        @Nullable @Description("Its oldest due date of what may be dunned; null where nothing may be.")
        LocalDate oldestDueDate,

        @Nullable @Description("The day on which the step was reached by its rule; null likewise.")
        LocalDate plannedOn,

        @Description("Which steps are reached too and would be left out, by their positions.")
        List<@NonNull Integer> passedOver,

        @Ignore String customerCode,
        @Ignore UUID customer) {

    public StrategyPreviewRow {
        passedOver = List.copyOf(passedOver);
    }
}
