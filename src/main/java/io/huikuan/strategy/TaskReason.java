package io.huikuan.strategy;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Why a task or message of a strategy was not done. */
@Enum("TaskReason")
@Description("Why a task or message of a strategy was not done.")
public enum TaskReason {
    @Description("What it was for is paid, credited or written off.")
    NOTHING_DUE,
    @Description("What it was for is promised or disputed.")
    HELD,
    @Description("Dunning was paused.")
    PAUSED,
    @Description("Less than the minimum of the step is due.")
    BELOW_MINIMUM,
    @Description("The customer follows another strategy, or another version of it.")
    OTHER_STRATEGY,
    @Description("The next step was reached before it was done.")
    NEXT_STEP,
    @Description("The letter could not be issued: it comes out empty, or its statement is too long.")
    NOT_ISSUED,
    @Description("It was tried too often; the log tells why.")
    GIVEN_UP;

    /** Whether it failed for good, and is not reached again; else it was skipped, and may be. */
    public boolean isFailure() {
        return this == NOT_ISSUED || this == GIVEN_UP;
    }
}
