package io.huikuan.letter;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Where a letter is. */
@Enum("LetterStatus")
@Description("Where a letter is.")
public enum LetterStatus {
    @Description("Its e-mail is on its way.")
    EMAIL_QUEUED,
    @Description("The mail server took its e-mail.")
    EMAILED,
    @Description("It waits to be printed.")
    PRINT_QUEUED,
    @Description("It was printed and sent.")
    PRINTED,
    @Description(
            "It never left the house: what it asks for was paid, promised or disputed before, or its case was lifted or closed.")
    WITHDRAWN
}
