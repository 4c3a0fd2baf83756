package io.huikuan.audit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What happened at the door, or to the guard rails. */
@Enum("AuditKind")
@Description("What happened at the door, or to the guard rails of contacts.")
public enum AuditKind {
    @Description("A token came that this node had not seen before, and was found good.")
    SIGNED_IN,
    @Description("A token came and was refused.")
    SIGN_IN_REFUSED,
    @Description("Something was asked for that the person may not have, or by nobody known.")
    ACCESS_REFUSED,
    @Description("Somebody changed when and how often customers may be contacted; the line tells the old and the new.")
    GUARD_RAILS_CHANGED,
    @Description("Somebody contacted a customer outside of the guard rails; the contact record tells why.")
    GUARD_RAILS_PASSED
}
