package io.huikuan.promise.api;

import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.promise.RecordPromise;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A promise to pay, as a client sends it. */
@DefaultNonNull
@Input("RecordPromiseInput")
@Description("A promise to pay; exactly one of receivables and plan says what it covers.")
public record RecordPromiseInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Who promises.") String customerId,

        @Nullable @Id @Description("What it covers: open receivables of the customer in this currency, at most 50.")
        List<@NonNull String> receivableIds,

        @Nullable @Id @Description("The active plan of the customer that it covers, as far as it is open.")
        String planId,

        @Description("How much, at most what is open of what it covers.")
        MoneyInput amount,

        @Description("The day by which it is to be paid, from the business date on, at most 366 days ahead.")
        LocalDate promisedFor,

        @Nullable
        @Description(
                "The day on which it was given, at most 31 days ago; null: the business date. Money counts from that day on.")
        LocalDate givenOn,

        @Nullable @Id @Description("The customer's person who gave his word; null: nobody is named.")
        String contactPersonId,

        @Nullable @Description("What to write down with it, at most 2000 characters.")
        String note) {

    RecordPromise wish() {
        return new RecordPromise(
                clientKey,
                customerId,
                receivableIds,
                "receivableIds",
                planId,
                amount,
                promisedFor,
                givenOn,
                contactPersonId,
                note);
    }
}
