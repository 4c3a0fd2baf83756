package io.huikuan.dispute.api;

import io.huikuan.dispute.AcceptDispute;
import io.huikuan.kernel.money.MoneyInput;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which dispute is accepted, and the credit note for it. */
@DefaultNonNull
@Input("AcceptDisputeInput")
@Description("Which dispute is accepted, and the credit note for it, which is issued as issueCreditNote does.")
public record AcceptDisputeInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which dispute.") String id,

        @Description("The version that was seen; another one is STALE.")
        int version,

        @Nullable @Description("How much of it is right; null: all of it. The rest is not disputed any more.")
        MoneyInput amount,

        @Nullable @Description("The credit note's number, unique within the tenant; null: one is made.")
        String creditNoteNumber,

        @Nullable @Description("The date of the credit note; null: the business date.")
        LocalDate issueDate,

        @Nullable @Description("What the customer reads about it, at most 500 characters.")
        String answer) {

    AcceptDispute wish() {
        return new AcceptDispute(clientKey, id, version, amount, creditNoteNumber, issueDate, answer);
    }
}
