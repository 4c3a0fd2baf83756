package io.huikuan.payment;

import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/** Money received from a customer in one currency. Amount = live allocations + refunds + unapplied, until it is reversed. */
@DefaultNonNull
@Description("Money received from a customer.")
public record Payment(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("Its number, unique within the tenant.")
        String number,

        @Description("When the money was received.") LocalDate receivedOn,
        @Description("How much was received.") Money amount,

        @Description("What of it is neither allocated nor refunded.")
        Money unapplied,

        @Description("How it came in.") PaymentMethod method,

        @Nullable @Description("The payer's or the bank's reference.")
        String reference,

        @Description("Whether it stands.") PaymentStatus status,

        @Nullable @Description("When and why it was reversed; null while it stands.")
        Reversal reversal,

        @Ignore UUID customer)
        implements Node {}
