package io.huikuan.partner.api;

import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.partner.PartnerAnnouncements.MyPayment;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A payment that the partner announces, as a client sends it. */
@DefaultNonNull
@Input("AnnounceMyPaymentInput")
@Description("A payment that you announce.")
public record AnnounceMyPaymentInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Description("How much.") MoneyInput amount,

        @Description("When you sent it, or will: at most 365 days ago and 60 days ahead.")
        LocalDate paidOn,

        @Nullable @Description("Your or the bank's reference.")
        String reference,

        @Nullable @Description("The numbers of the documents that it is for, in this currency, at most 50.")
        List<@NonNull String> receivableNumbers) {

    MyPayment wish() {
        return new MyPayment(clientKey, amount, paidOn, reference, receivableNumbers);
    }
}
