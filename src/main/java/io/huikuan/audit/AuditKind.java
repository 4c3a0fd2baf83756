package io.huikuan.audit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What happened at the door. */
@Enum("AuditKind")
@Description("What happened at the door.")
public enum AuditKind {
    @Description("A token came that this node had not seen before, and was found good.")
    SIGNED_IN,
    @Description("A token came and was refused.")
    SIGN_IN_REFUSED,
    @Description("Something was asked for that the person may not have, or by nobody known.")
    ACCESS_REFUSED
}
