package io.huikuan.customer.api;

import io.huikuan.customer.Customer;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of customers. */
@DefaultNonNull
@Description("A page of customers.")
public record CustomerConnection(
        @Description("The customers of this page.") List<@NonNull Customer> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,

        @Description("How many there are on all pages.") int totalCount) {

    static CustomerConnection of(Page<Customer> page) {
        return new CustomerConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
