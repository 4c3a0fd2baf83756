package io.huikuan.payment.api;

import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.payment.RefundUnapplied;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which unapplied cash to pay back. */
@DefaultNonNull
@Input("RefundUnappliedInput")
@Description("Which unapplied cash to pay back to the customer.")
public record RefundUnappliedInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Of which payment.") String paymentId,
        @Description("The value date.") LocalDate on,

        @Nullable @Description("How much; null: all that is unapplied.")
        MoneyInput amount,

        @Description("Why.") String reason) {

    RefundUnapplied wish() {
        return new RefundUnapplied(clientKey, paymentId, on, amount, reason);
    }
}
