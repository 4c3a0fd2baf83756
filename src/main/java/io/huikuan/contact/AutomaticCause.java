package io.huikuan.contact;

/** What makes a contact without a person's doing. */
public enum AutomaticCause {
    /** A step of a strategy. */
    STRATEGY,
    /** A stage of an escalation. */
    ESCALATION
}
