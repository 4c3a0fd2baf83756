package io.huikuan.partner;

import io.huikuan.kernel.money.Money;
import io.huikuan.payment.Payment;
import io.huikuan.payment.PaymentMethod;
import io.huikuan.payment.PaymentStatus;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;

/** Money that the partner paid. */
@DefaultNonNull
@Description("Money that you paid.")
public record PaymentSummary(
        @Description("Its number at the supplier.") String number,
        @Description("When it was received.") LocalDate receivedOn,
        @Description("How much was received.") Money amount,

        @Description("What of it is neither allocated nor paid back.")
        Money unapplied,

        @Description("How it came in.") PaymentMethod method,
        @Description("Whether it stands.") PaymentStatus status,

        @Nullable @Description("Your or the bank's reference.")
        String reference) {

    static PaymentSummary of(Payment payment) {
        return new PaymentSummary(
                payment.number(),
                payment.receivedOn(),
                payment.amount(),
                payment.unapplied(),
                payment.method(),
                payment.status(),
                payment.reference());
    }
}
