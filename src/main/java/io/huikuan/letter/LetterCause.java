package io.huikuan.letter;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What made a letter. */
@Enum("LetterCause")
@Description("What made a letter.")
public enum LetterCause {
    @Description("A person issued it.")
    PERSON,
    @Description("A step of a strategy did.")
    STRATEGY,
    @Description("A stage of an escalation did.")
    ESCALATION
}
