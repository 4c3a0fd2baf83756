package io.huikuan.customer.api;

import io.huikuan.customer.CreditGrade;
import io.huikuan.customer.CustomerDetails;
import io.huikuan.customer.CustomerKind;
import io.huikuan.customer.NewCustomer;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.tenant.api.PaymentTermsInput;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A new customer as a client sends it. */
@Input("CreateCustomerInput")
@Description("A new customer.")
public record CreateCustomerInput(
        @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @NonNull @Description("The code, unique within the tenant, at most 64 characters; it never changes.")
        String code,

        @NonNull @Description("What it is called, at most 200 characters.")
        String name,

        @Description("The name in the register of companies, at most 200 characters.")
        String legalName,

        @DefaultValue("DISTRIBUTOR") @Description("What it does with the goods.")
        CustomerKind kind,

        @Description("How good a debtor it is.") CreditGrade grade,

        @Description("The region, at most 100 characters; without one, that of a manager who has a region.")
        String region,

        @Description("The time zone of its place, by its IANA name; absent: the tenant's.")
        String timeZone,

        @Id @Description("Who of ours looks after it.") String ownerId,

        @Description("How much it may owe.") MoneyInput creditLimit,

        @Description("Its own payment terms; absent: the tenant's.")
        PaymentTermsInput terms,

        @Description("Its own sell-through threshold, above 0 and at most 1; absent: the tenant's.")
        Decimal sellThroughThreshold) {

    NewCustomer wish() {
        return new NewCustomer(
                clientKey,
                code,
                new CustomerDetails(
                        name,
                        legalName,
                        kind,
                        grade,
                        region,
                        timeZone,
                        ownerId,
                        creditLimit,
                        PaymentTermsInput.rows(terms),
                        sellThroughThreshold));
    }
}
