package io.huikuan.escalation;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Why a case or a measure ended. */
@Enum("EscalationEnd")
@Description("Why a case or a measure ended.")
public enum EscalationEnd {
    @Description("All that was overdue was paid.")
    PAYMENT("All that was overdue was paid."),
    @Description("A payment plan was accepted for what was overdue.")
    PLAN("A payment plan was accepted for what was overdue."),
    @Description("What was overdue was credited.")
    CREDIT("What was overdue was credited."),
    @Description("A person decided so.")
    PERSON("A person decided so.");

    private final String words;

    EscalationEnd(String words) {
        this.words = words;
    }

    /** The same as a sentence. */
    public String words() {
        return words;
    }
}
