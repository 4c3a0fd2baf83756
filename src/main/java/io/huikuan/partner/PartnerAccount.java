package io.huikuan.partner;

import io.huikuan.customer.Customer;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** The account of the partner who is asking. It leads to no type that staff see, so to nothing that is internal. */
@DefaultNonNull
@Description("Your account with the supplier.")
public record PartnerAccount(
        @Description("Your code at the supplier.") String code,
        @Description("What the supplier calls you.") String name,
        @Ignore UUID customer) {

    static PartnerAccount of(Customer customer) {
        return new PartnerAccount(customer.code(), customer.name(), customer.uuid());
    }
}
