package io.huikuan.credit;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What a tenant decides about credit. */
@DefaultNonNull
@Description("What a tenant decides about credit.")
public record CreditPolicy(
        @Description("The version to give back when changing the policy or a rule of the tenant.")
        int version,

        @Description("Whether open orders are a part of the exposure.")
        boolean countOrders,

        @Nullable @Description("The trial limit of new customers; null: they get none.")
        TrialPolicy trial,

        @Description(
                "What is said of rules on the business date for all customers and for grades, and else what the service does by itself.")
        List<@NonNull CreditRuleSetting> rules) {}
