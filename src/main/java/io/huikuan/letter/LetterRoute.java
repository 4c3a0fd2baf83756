package io.huikuan.letter;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** By which way a letter is to go. */
@Enum("LetterRoute")
@Description("By which way a letter is to go.")
public enum LetterRoute {
    @Description("By e-mail; where that cannot be done or fails for good, it is printed.")
    EMAIL,
    @Description("On paper.")
    PRINT
}
