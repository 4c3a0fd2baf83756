package io.huikuan.debtorclass;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** What kind of debtor a customer is from now on. */
@DefaultNonNull
@Input("ConfirmDebtorClassInput")
@Description("What kind of debtor a customer is from now on.")
public record ConfirmDebtorClass(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which customer.") String customerId,

        @Description("The version of its classification that was seen; another one is STALE.")
        int version,

        @Description("The class.") DebtorClass debtorClass,

        @Nullable
        @Description("Why, at most 500 characters; needed where it is not what the evidence proposes at the moment.")
        String reason) {}
