package io.huikuan.partner;

import io.huikuan.kernel.money.Money;
import io.huikuan.promise.PromiseStatus;
import io.huikuan.promise.PromiseToPay;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** What the partner promised to pay, or its supplier wrote down for it. */
@DefaultNonNull
@Description("What you promised to pay by when, as you or your supplier wrote it down.")
public record PromiseSummary(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("Where it stands.") PromiseStatus status,
        @Description("How much was promised.") Money amount,
        @Description("The day on which it was given.") LocalDate givenOn,

        @Description("The day by which it is to be paid.") LocalDate promisedFor,

        @Description("The last day on which money counts for it.")
        LocalDate windowEnd,

        @Description("What was paid of it in time, without what went back.")
        Money paid,

        @Description("What it asks for: the amount, or less where a credit or a write-off left less to be paid.")
        Money asked,

        @Description("When it was written down.") Instant recordedAt,

        @Nullable @Description("Why it was cancelled; null when it was not.")
        String reason,

        @Description("The numbers of the documents that it covers, the oldest due first.")
        List<@NonNull String> receivableNumbers) {

    public PromiseSummary {
        receivableNumbers = List.copyOf(receivableNumbers);
    }

    static PromiseSummary of(PromiseToPay promise, List<String> receivableNumbers) {
        return new PromiseSummary(
                promise.id(),
                promise.status(),
                promise.amount(),
                promise.givenOn(),
                promise.promisedFor(),
                promise.windowEnd(),
                promise.paid(),
                promise.asked(),
                promise.recordedAt(),
                promise.reason(),
                receivableNumbers);
    }
}
