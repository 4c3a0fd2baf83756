package io.huikuan.escalation;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How firmly a customer is asked. */
@Enum("EscalationStage")
@Description("How firmly a customer is asked.")
public enum EscalationStage {
    @Description("A friendly reminder; it needs no approval.")
    REMINDER,
    @Description("A firm notice of what is overdue.")
    FIRM,
    @Description("The last notice before the claim is handed over.")
    FINAL_NOTICE,
    @Description("A lawyer writes and, where it must be, sues.")
    LEGAL,
    @Description("An agency collects, and writes in its own name.")
    AGENCY;

    /** The stages of which this one may warn, the usual one first; none where the claim has left the house. */
    public List<EscalationStage> next() {
        return switch (this) {
            case REMINDER -> List.of(FIRM);
            case FIRM -> List.of(FINAL_NOTICE);
            case FINAL_NOTICE -> List.of(LEGAL, AGENCY);
            case LEGAL, AGENCY -> List.of();
        };
    }

    /** Whether the claim is with somebody else. */
    public boolean isHandedOver() {
        return next().isEmpty();
    }

    /** Whether it needs a manager's approval. */
    public boolean needsApproval() {
        return this != REMINDER;
    }
}
