package io.huikuan.escalation;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What can happen to a case. */
@Enum("EscalationEventKind")
@Description("What can happen to a case.")
public enum EscalationEventKind {
    @Description("It was opened.")
    OPENED,
    @Description("A stage was proposed.")
    STAGE_PROPOSED,
    @Description("A stage was reached, and its letter, where it has one, was issued.")
    STAGE_REACHED,
    @Description("A proposed stage was rejected.")
    STAGE_REJECTED,
    @Description("A measure was proposed.")
    MEASURE_PROPOSED,
    @Description("A measure came into force.")
    MEASURE_APPROVED,
    @Description("A measure was rejected.")
    MEASURE_REJECTED,
    @Description("A measure was lifted.")
    MEASURE_LIFTED,
    @Description("A measure that waited for a decision ended with the case.")
    MEASURE_LAPSED,
    @Description("A measure stayed although the case was lifted, because the customer is EVASIVE.")
    MEASURE_KEPT,
    @Description("Others take part in it.")
    PARTICIPANTS_CHANGED,
    @Description("A visit by our own leader was planned.")
    VISIT_PLANNED,
    @Description("Our own leader visited the customer.")
    VISITED,
    @Description("It ended by itself.")
    LIFTED,
    @Description("The person who handled the payment was thanked with a receipt.")
    THANKED,
    @Description("What had lifted it went back, and it is open again.")
    REOPENED,
    @Description("A person ended it.")
    CLOSED,
    @Description("Its dossier was exported.")
    DOSSIER_EXPORTED
}
