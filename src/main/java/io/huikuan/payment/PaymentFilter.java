package io.huikuan.payment;

import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which payments a list holds; what is absent does not restrict it. */
@Input("PaymentFilter")
@Description("Which payments a list holds; what is absent does not restrict it.")
public record PaymentFilter(
        @Nullable @Id @Description("Those of this customer.")
        String customerId,

        @Nullable @Description("Those received on this day or later.")
        LocalDate receivedFrom,

        @Nullable @Description("Those received on this day or earlier.")
        LocalDate receivedTo,

        @Nullable @Description("Those of one of these statuses.")
        List<@NonNull PaymentStatus> status,

        @Nullable @Description("Only those with something unapplied.")
        Boolean unappliedOnly,

        @Nullable @Description("Those with exactly this reference.")
        String reference) {

    /** All payments. */
    public static final PaymentFilter ALL = new PaymentFilter(null, null, null, null, null, null);
}
