package io.huikuan.payprocess;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A step of the way on which a customer pays. */
@DefaultNonNull
@Input("PaymentStepInput")
@Description("A step of the way on which a customer pays.")
public record PaymentStepWish(
        @Nullable @Description("Its number; null: a new step.")
        Integer number,

        @Description("What is done in it, at most 200 characters.")
        String name,

        @Nullable @Id @Description("Who of the customer does it; null: nobody knows.")
        String contactPersonId,

        @Nullable @Description("For how many days a claim is usually in it, 0 to 365; null: nobody knows.")
        Integer usualDays) {}
