package io.huikuan.concession;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which concessions a list has; what is absent does not restrict it. */
@DefaultNonNull
@Input("ConcessionFilter")
@Description("Which concessions a list has; what is absent does not restrict it.")
public record ConcessionFilter(
        @Nullable @Id @Description("Those of this customer.")
        String customerId,

        @Nullable @Description("Those with one of these statuses.")
        List<@NonNull ConcessionStatus> status,

        @Nullable @Description("Those of which a granted step stands in one of these ways.")
        List<@NonNull ConcessionStepState> state,

        @Nullable @Description("Those of which a step was given though its payment went back, or none was.")
        Boolean unpaid) {

    /** All concessions. */
    public static final ConcessionFilter ALL = new ConcessionFilter(null, null, null, null);
}
