package io.huikuan.ledger.api;

import io.huikuan.ledger.UndoWriteOff;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** The taking back of write-offs as a client sends it. */
@DefaultNonNull
@Input("UndoWriteOffInput")
@Description("Takes all write-offs of a receivable back.")
public record UndoWriteOffInput(
        @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @Id @Description("Which receivable.") String receivableId,

        @Description("The value date; not before the write-offs, not after the business date, not in a closed period.")
        LocalDate on,

        @Description("Why, at most 500 characters.") String reason) {

    UndoWriteOff wish() {
        return new UndoWriteOff(clientKey, receivableId, on, reason);
    }
}
