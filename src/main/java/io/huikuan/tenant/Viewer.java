package io.huikuan.tenant;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;

/** Who is asking. */
@DefaultNonNull
@Description("Who is asking, and on behalf of which tenant.")
public record Viewer(
        @Description("The person.") User user,
        @Description("The tenant.") Tenant tenant) {}
