package io.huikuan.payment.api;

import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.payment.PaymentMethod;
import io.huikuan.payment.RecordPayment;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Money received, as a client sends it. */
@DefaultNonNull
@Input("RecordPaymentInput")
@Description("Money received.")
public record RecordPaymentInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Who paid.") String customerId,

        @Nullable @Description("The payment's number, unique within the tenant; null: one is made.")
        String number,

        @Description("How much was received.") MoneyInput amount,

        @Description("When it was received, not after the business date.")
        LocalDate receivedOn,

        @Description("How it came in.") PaymentMethod method,

        @Nullable @Description("The payer's or the bank's reference.")
        String reference,

        @Nullable @Description("What the payer names; it comes first.")
        List<@NonNull AllocationInput> allocations,

        @Nullable
        @DefaultValue("true")
        @Description(
                "Whether what is not named goes to the oldest due shares, disputed parts last; else it stays unapplied.")
        Boolean autoApply) {

    RecordPayment wish() {
        return new RecordPayment(
                clientKey,
                customerId,
                number,
                amount,
                receivedOn,
                method,
                reference,
                AllocationInput.lines(allocations),
                !Boolean.FALSE.equals(autoApply));
    }
}
