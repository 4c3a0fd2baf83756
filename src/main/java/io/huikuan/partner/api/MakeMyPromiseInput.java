package io.huikuan.partner.api;

import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.partner.PartnerPromises.MyPromise;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What the partner promises to pay, as a client sends it. */
@DefaultNonNull
@Input("MakeMyPromiseInput")
@Description("What you promise to pay by when.")
public record MakeMyPromiseInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Description("The numbers of your open documents that it covers, in this currency, 1 to 50.")
        List<@NonNull String> receivableNumbers,

        @Description("How much, at most what is open of them.")
        MoneyInput amount,

        @Description("The day by which you will pay, from today on, at most 366 days ahead.")
        LocalDate promisedFor,

        @Nullable @Description("What you want to say with it, at most 2000 characters.")
        String note) {

    MyPromise wish() {
        return new MyPromise(clientKey, receivableNumbers, amount, promisedFor, note);
    }
}
