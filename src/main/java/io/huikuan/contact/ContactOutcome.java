package io.huikuan.contact;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What came of a contact. */
@Enum("ContactOutcome")
@Description("What came of a contact.")
public enum ContactOutcome {
    @Description("Somebody who counts was reached; nothing else came of it.")
    REACHED,
    @Description("Nobody answered.")
    NO_ANSWER,
    @Description("Somebody was reached who has no part in the matter.")
    WRONG_PERSON,
    @Description("The customer gave its word to pay.")
    PROMISED,
    @Description("The customer refuses an amount for a reason.")
    DISPUTED,
    @Description("The customer refuses to pay without a reason.")
    REFUSED,
    @Description("The customer cannot pay at present.")
    HARDSHIP,
    @Description("The customer says that it has paid, or did.")
    PAID,
    @Description("The customer was told something.")
    INFORMED
}
