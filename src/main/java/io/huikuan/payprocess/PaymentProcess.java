package io.huikuan.payprocess;

import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** The way on which a customer pays a claim, from the delivery note to the bank. */
@DefaultNonNull
@Description("The way on which a customer pays a claim, from the delivery note to the bank.")
public record PaymentProcess(
        @Description("The version to give back when changing it; 0 while there is none.")
        int version,

        @Description("Its steps, in their order.") List<@NonNull PaymentStep> steps,
        @Ignore UUID customer) {}
