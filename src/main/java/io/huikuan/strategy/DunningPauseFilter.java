package io.huikuan.strategy;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which pauses a list holds; what is absent does not restrict it. */
@DefaultNonNull
@Input("DunningPauseFilter")
@Description("Which pauses a list holds; what is absent does not restrict it.")
public record DunningPauseFilter(
        @Nullable @Id @Description("Those of this customer and of its receivables.")
        String customerId,

        @Nullable @Description("Those that count on the business date, or those that do not.")
        Boolean live) {

    /** All pauses. */
    public static final DunningPauseFilter ALL = new DunningPauseFilter(null, null);
}
