package io.huikuan.escalation;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Where a measure stands. */
@Enum("EscalationMeasureStatus")
@Description("Where a measure stands.")
public enum EscalationMeasureStatus {
    @Description("It waits for a manager's decision; nothing is done yet.")
    PROPOSED,
    @Description("It was approved and not lifted; one that has a last day works until then.")
    IN_FORCE,
    @Description("A manager did not want it.")
    REJECTED,
    @Description("Another proposal of its kind came before it was decided.")
    REPLACED,
    @Description("The case ended before it was decided.")
    LAPSED,
    @Description("It was taken back.")
    LIFTED,
    @Description("It was lifted by money that went back, or by a plan that was broken; a manager decides anew.")
    TO_DECIDE;

    /** Whether it waits for a manager. */
    public boolean waits() {
        return this == PROPOSED || this == TO_DECIDE;
    }
}
