package io.huikuan.debtorclass.api;

import io.huikuan.debtorclass.DebtorClassification;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of customers with what kind of debtors they are, in the order of their codes. */
@DefaultNonNull
@Description("A page of customers with what kind of debtors they are, in the order of their codes.")
public record DebtorClassificationConnection(
        @Description("The customers of this page.") List<@NonNull DebtorClassification> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static DebtorClassificationConnection of(Page<DebtorClassification> page) {
        return new DebtorClassificationConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
