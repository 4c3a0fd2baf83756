package io.huikuan.announcement.api;

import io.huikuan.announcement.AnnouncePayment;
import io.huikuan.kernel.money.MoneyInput;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A payment that a customer announces, as a rep or the office enters it. */
@DefaultNonNull
@Input("AnnouncePaymentInput")
@Description("A payment that a customer announces.")
public record AnnouncePaymentInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Who pays.") String customerId,
        @Description("How much.") MoneyInput amount,

        @Description("When it was sent, or will be: at most 365 days ago and 60 days ahead.")
        LocalDate paidOn,

        @Nullable @Description("The payer's or the bank's reference.")
        String reference,

        @Nullable @Id @Description("What it is for: documents of the customer in this currency, at most 50.")
        List<@NonNull String> receivableIds) {

    AnnouncePayment wish() {
        return wish(clientKey);
    }

    /** The wish under this key, which rules in the place of its own. */
    public AnnouncePayment wish(String key) {
        return new AnnouncePayment(key, customerId, amount, paidOn, reference, receivableIds, "receivableIds");
    }
}
