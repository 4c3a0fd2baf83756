package io.huikuan.dispute;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Where a dispute stands. */
@Enum("DisputeStatus")
@Description("Where a dispute stands.")
public enum DisputeStatus {
    @Description("Nobody has decided it; the disputed part is left out of dunning.")
    OPEN,
    @Description("It was right, wholly or in part; what was accepted is credited.")
    ACCEPTED,
    @Description("It was not right; dunning goes on.")
    REJECTED,
    @Description("The customer, or somebody for it, took it back.")
    WITHDRAWN
}
