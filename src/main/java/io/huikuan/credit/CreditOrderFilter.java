package io.huikuan.credit;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which orders a list has; what is absent does not restrict it. */
@DefaultNonNull
@Input("CreditOrderFilter")
@Description("Which orders a list has; what is absent does not restrict it.")
public record CreditOrderFilter(
        @Nullable @Id @Description("Those of this customer.")
        String customerId,

        @Nullable @Description("Those that are open, or what was recorded of them before.")
        Boolean open) {

    /** All orders. */
    public static final CreditOrderFilter ALL = new CreditOrderFilter(null, null);
}
