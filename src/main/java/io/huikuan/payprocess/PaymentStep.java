package io.huikuan.payprocess;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** A step of the way on which a customer pays a claim. */
@DefaultNonNull
@Description("A step of the way on which a customer pays a claim.")
public record PaymentStep(
        @Description("Its number at the customer, which never changes.")
        int number,

        @Description("Its place on the way, from 1.") int position,
        @Description("What is done in it.") String name,

        @Nullable @Description("For how many days a claim is usually in it; null: nobody knows.")
        Integer usualDays,

        @Ignore UUID customer,
        @Ignore UUID person) {}
