package io.huikuan.contact;

import io.smallrye.graphql.api.DefaultNonNull;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** How one of the tenant's people kept to the guard rails, over some days. */
@DefaultNonNull
@Description("How one of the tenant's people kept to the guard rails of contacts, over some days.")
public record ContactConduct(
        @Description("How many contacts the person entered that we made.")
        int contacts,

        @Description("How many of them were outside of the guard rails.")
        int outside,

        @Description("How many of these were outside of the hours and days.")
        int outsideHours,

        @Description("How many of these were above a cap.") int aboveCap,

        @Ignore UUID recorder) {}
