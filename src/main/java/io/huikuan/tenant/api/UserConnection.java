package io.huikuan.tenant.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.tenant.User;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of people. */
@DefaultNonNull
@Description("A page of people.")
public record UserConnection(
        @Description("The people of this page.") List<@NonNull User> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,

        @Description("How many there are on all pages.") int totalCount) {

    static UserConnection of(Page<User> page) {
        return new UserConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
