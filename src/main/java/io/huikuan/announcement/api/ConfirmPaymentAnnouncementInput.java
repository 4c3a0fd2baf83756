package io.huikuan.announcement.api;

import io.huikuan.announcement.ConfirmAnnouncement;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.payment.PaymentMethod;
import io.huikuan.payment.api.AllocationInput;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The payment that an announcement became, as a client sends it. */
@DefaultNonNull
@Input("ConfirmPaymentAnnouncementInput")
@Description("The payment that an announcement became; it is recorded as recordPayment does.")
public record ConfirmPaymentAnnouncementInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which announcement.") String id,

        @Nullable @Description("The payment's number, unique within the tenant; null: one is made.")
        String number,

        @Nullable @Description("How much was received, in the announced currency; null: what was announced.")
        MoneyInput amount,

        @Description("When it was received, not after the business date.")
        LocalDate receivedOn,

        @Description("How it came in.") PaymentMethod method,

        @Nullable @Description("The payer's or the bank's reference; null: the announced one.")
        String reference,

        @Nullable
        @Description("What the payer names; null: the announced receivables, each as far as it is open; none: nothing.")
        List<@NonNull AllocationInput> allocations,

        @Nullable
        @DefaultValue("true")
        @Description(
                "Whether what is not named goes to the oldest due shares, disputed parts last; else it stays unapplied.")
        Boolean autoApply) {

    ConfirmAnnouncement wish() {
        return new ConfirmAnnouncement(
                clientKey,
                id,
                number,
                amount,
                receivedOn,
                method,
                reference,
                allocations == null ? null : AllocationInput.lines(allocations),
                !Boolean.FALSE.equals(autoApply));
    }
}
