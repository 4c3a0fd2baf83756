package io.huikuan.letter;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What follows when a letter is not heeded. */
@Enum("LetterStage")
@Description("What follows when a letter is not heeded.")
public enum LetterStage {
    @Description("A formal notice that payment is overdue.")
    FIRM,
    @Description("A final notice.")
    FINAL_NOTICE,
    @Description("A lawyer pursues the claim.")
    LEGAL,
    @Description("A collection agency pursues the claim.")
    AGENCY,
    @Description("Nothing more is delivered on credit.")
    STOP_SUPPLY
}
