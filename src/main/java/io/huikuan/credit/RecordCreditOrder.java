package io.huikuan.credit;

import io.huikuan.kernel.money.MoneyInput;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** An order of a customer that is not invoiced yet. */
@DefaultNonNull
@Input("RecordCreditOrderInput")
@Description("An order of a customer that is not invoiced yet.")
public record RecordCreditOrder(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which customer.") String customerId,

        @Description("Its number, unique within the tenant; a known one is recorded anew.")
        String number,

        @Description("What of it is not invoiced yet; 0 when it is invoiced or cancelled.")
        MoneyInput amount,

        @Nullable
        @DefaultValue("true")
        @Description(
                "Whether it is refused when the credit check does not allow it; what lessens a known order is never refused.")
        Boolean onlyIfAllowed) {}
