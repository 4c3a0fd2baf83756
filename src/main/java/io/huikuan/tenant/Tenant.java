package io.huikuan.tenant;

import io.huikuan.kernel.graph.Node;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;

/** The supplier company that uses the service. Partners see it too, so it never carries settings. */
@DefaultNonNull
@Description("The supplier company that uses the service.")
public record Tenant(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("The code by which tokens name it.") String code,
        @Description("What it is called.") String name,

        @Description("The time zone that rules its business dates, by its IANA name.")
        String timeZone,

        @Description("The currency of its totals and of its stock values, as its ISO 4217 code.")
        String baseCurrency,

        @Description("The date that it is there now.") LocalDate businessDate)
        implements Node {}
