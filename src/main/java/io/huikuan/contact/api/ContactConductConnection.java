package io.huikuan.contact.api;

import io.huikuan.contact.ContactConduct;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of how people kept to the guard rails. */
@DefaultNonNull
@Description("A page of how people kept to the guard rails of contacts.")
public record ContactConductConnection(
        @Description("The people of this page.") List<@NonNull ContactConduct> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,

        @Description("How many there are on all pages.") int totalCount) {

    static ContactConductConnection of(Page<ContactConduct> page) {
        return new ContactConductConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
