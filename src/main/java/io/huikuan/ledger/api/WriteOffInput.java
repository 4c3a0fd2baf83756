package io.huikuan.ledger.api;

import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.ledger.WriteOff;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A write-off as a client sends it. */
@DefaultNonNull
@Input("WriteOffInput")
@Description("What to write off.")
public record WriteOffInput(
        @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @Id @Description("Which receivable.") String receivableId,

        @Description("The value date; not before the receivable, not after the business date, not in a closed period.")
        LocalDate on,

        @Nullable @Description("How much, at most what is open; null: all that is open.")
        MoneyInput amount,

        @Description("Why, at most 500 characters.") String reason) {

    WriteOff wish() {
        return new WriteOff(clientKey, receivableId, on, amount, reason);
    }
}
