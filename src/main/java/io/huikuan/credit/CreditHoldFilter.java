package io.huikuan.credit;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which holds a list has; what is absent does not restrict it. */
@DefaultNonNull
@Input("CreditHoldFilter")
@Description("Which holds a list has; what is absent does not restrict it.")
public record CreditHoldFilter(
        @Nullable @Id @Description("Those of this customer.")
        String customerId,

        @Nullable @Description("Those that stand on the business date, or those that do not.")
        Boolean live) {

    /** All holds. */
    public static final CreditHoldFilter ALL = new CreditHoldFilter(null, null);
}
