package io.huikuan.payment;

import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** That a payment was reversed. */
@DefaultNonNull
@Description("That a payment was reversed.")
public record Reversal(
        @Description("The value date of the reversal.") LocalDate on,
        @Description("Why it was reversed.") String reason,
        @Ignore UUID user) {}
