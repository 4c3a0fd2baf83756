package io.huikuan.payprocess;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which stuck claims a list has; what is absent does not restrict it. */
@DefaultNonNull
@Input("StuckClaimFilter")
@Description("Which stuck claims a list has; what is absent does not restrict it.")
public record StuckClaimFilter(
        @Nullable @Id @Description("Those of this customer.")
        String customerId) {}
