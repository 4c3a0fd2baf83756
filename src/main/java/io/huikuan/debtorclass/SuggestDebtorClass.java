package io.huikuan.debtorclass;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** What kind of debtor somebody thinks a customer is. */
@DefaultNonNull
@Input("SuggestDebtorClassInput")
@Description("What kind of debtor you think a customer is; it counts when it is confirmed.")
public record SuggestDebtorClass(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which customer.") String customerId,
        @Description("The class.") DebtorClass debtorClass,
        @Description("Why, at most 500 characters.") String reason) {}
