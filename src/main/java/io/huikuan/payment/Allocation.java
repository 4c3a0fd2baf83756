package io.huikuan.payment;

import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** A part of a payment that closed a part of an installment. */
@DefaultNonNull
@Description("A part of a payment that closed a part of an installment.")
public record Allocation(
        @Description("How much of the payment.") Money amount,
        @Description("The value date.") LocalDate on,

        @Nullable @Description("The value date on which it was taken back; null while it stands.")
        LocalDate undoneOn,

        @Ignore UUID id,
        @Ignore UUID receivableId,
        @Ignore UUID installmentId) {}
