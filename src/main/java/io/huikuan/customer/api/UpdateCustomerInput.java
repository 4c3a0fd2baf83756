package io.huikuan.customer.api;

import io.huikuan.customer.CreditGrade;
import io.huikuan.customer.CustomerChange;
import io.huikuan.customer.CustomerDetails;
import io.huikuan.customer.CustomerField;
import io.huikuan.customer.CustomerKind;
import io.huikuan.customer.CustomerStatus;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.tenant.api.PaymentTermsInput;
import io.smallrye.graphql.api.Nullable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A change to a customer as a client sends it. */
@Input("UpdateCustomerInput")
@Description("A change to a customer; what is null or absent stays as it is.")
public record UpdateCustomerInput(
        @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @NonNull @Id @Description("The customer.") String id,

        @Description("The version that was read; another one is STALE.")
        int version,

        @Description("What it is called, at most 200 characters.")
        String name,

        @Description("The name in the register of companies, at most 200 characters.")
        String legalName,

        @Description("What it does with the goods.") CustomerKind kind,

        @Description("How we stand with it; ON_HOLD is refused, since it follows from holds.")
        CustomerStatus status,

        @Description("How good a debtor it is.") CreditGrade grade,
        @Description("The region, at most 100 characters.") String region,

        @Description("The time zone of its place, by its IANA name.")
        String timeZone,

        @Id @Description("Who of ours looks after it.") String ownerId,

        @Description("How much it may owe.") MoneyInput creditLimit,
        @Description("Its own payment terms.") PaymentTermsInput terms,

        @Description("Its own sell-through threshold, above 0 and at most 1.")
        Decimal sellThroughThreshold,

        @Nullable @Description("What to empty; it wins over a value given.")
        List<@NonNull CustomerField> clear) {

    CustomerChange wish() {
        CustomerDetails details = new CustomerDetails(
                name,
                legalName,
                kind,
                grade,
                region,
                timeZone,
                ownerId,
                creditLimit,
                PaymentTermsInput.rows(terms),
                sellThroughThreshold);
        return new CustomerChange(clientKey, id, version, status, details, cleared());
    }

    /** In a fixed order, so that the text form of a repeated wish is the same. */
    private Set<CustomerField> cleared() {
        return clear == null || clear.isEmpty() ? EnumSet.noneOf(CustomerField.class) : EnumSet.copyOf(clear);
    }
}
