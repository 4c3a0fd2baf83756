package io.huikuan.debtorclass;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Why the class of a customer is to be reviewed. */
@Enum("ClassReviewReason")
@Description("Why the class of a customer is to be reviewed.")
public enum ClassReviewReason {
    @Description("None was confirmed, and the evidence proposes another one than GOOD.")
    UNCONFIRMED,
    @Description("It was confirmed longer ago than the policy's days.")
    STALE,
    @Description("The evidence proposes neither what was confirmed nor what it proposed then.")
    EVIDENCE_CHANGED,
    @Description("Somebody suggests one, and nobody has decided on it.")
    SUGGESTED
}
