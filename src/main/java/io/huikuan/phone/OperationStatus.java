package io.huikuan.phone;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What became of a queued operation. */
@Enum("OperationStatus")
@Description("What became of a queued operation.")
public enum OperationStatus {
    @Description("It is done, now or before; take it out of the queue.")
    DONE,
    @Description("It was refused and has changed nothing; it is for the user to mend or to drop.")
    REFUSED
}
