package io.huikuan.payprocess;

import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The way on which a customer pays, wholly: a step that is not in it any more is no step any more. */
@DefaultNonNull
@Input("SavePaymentProcessInput")
@Description("The way on which a customer pays, wholly: a step that is not in it any more is no step any more.")
public record SavePaymentProcess(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which customer.") String customerId,

        @Description("The version that was read; another one is STALE.")
        int version,

        @Description("Its steps in their order, at most 30.")
        List<@NonNull PaymentStepWish> steps) {}
