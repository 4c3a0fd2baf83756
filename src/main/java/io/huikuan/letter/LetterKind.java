package io.huikuan.letter;

import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What a letter is for. */
@Enum("LetterKind")
@Description("What a letter is for.")
public enum LetterKind {
    @Description("Reminds, in a friendly way, of what is open.")
    PAYMENT_REMINDER,
    @Description("Tells that payment is overdue and asks for it: the stage FIRM.")
    OVERDUE_NOTICE,
    @Description(
            "Asks for the last time before others are brought in. It leaves the house from an approved stage of an escalation only.")
    FINAL_NOTICE,
    @Description(
            "What a lawyer is to sign and send. It is always printed, and leaves the house from an approved stage of an escalation only.")
    LAWYERS_LETTER,
    @Description("Goes with a statement of account.")
    STATEMENT,
    @Description("Thanks for a payment.")
    RECEIPT;

    /** Those that ask for what may be dunned. */
    public static final Set<LetterKind> DUNNING =
            Set.of(PAYMENT_REMINDER, OVERDUE_NOTICE, FINAL_NOTICE, LAWYERS_LETTER);

    /** Whether it asks for what may be dunned. */
    public boolean duns() {
        return DUNNING.contains(this);
    }

    /** Whether it says that something is overdue, which then must be so. */
    public boolean saysOverdue() {
        return duns() && this != PAYMENT_REMINDER;
    }

    /** Whether it is only issued by an escalation, whose stage was approved (rule 26). */
    public boolean needsApprovedStage() {
        return this == FINAL_NOTICE || this == LAWYERS_LETTER;
    }
}
