package io.huikuan.ledger;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How far something is settled. */
@Enum("Settlement")
@Description("How far something is settled.")
public enum Settlement {
    @Description("Nothing is paid yet.")
    OPEN,
    @Description("A part is open.")
    PARTIAL,
    @Description("Nothing is open any more.")
    SETTLED,
    @Description("Nothing is open, because a part or all of it was written off.")
    WRITTEN_OFF,
    @Description("It was credited in full without any payment.")
    VOID
}
