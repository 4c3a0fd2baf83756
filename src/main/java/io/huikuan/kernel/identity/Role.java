package io.huikuan.kernel.identity;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What a person may do. A person may have several, but a PARTNER has no other. */
@Enum("Role")
@Description("What a person may do.")
public enum Role {
    @Description("Runs the system: may do everything within the tenant.")
    ADMIN,
    @Description("Keeps the books: receivables, payments, their undoing, imports.")
    FINANCE,
    @Description("Leads the reps of a region, or of all regions.")
    MANAGER,
    @Description("Collects from the customers that are his own.")
    REP,
    @Description("A distributor's own user: sees that distributor's account and nothing else.")
    PARTNER
}
