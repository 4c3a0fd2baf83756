package io.huikuan.notification.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.notification.Notification;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of notifications. */
@DefaultNonNull
@Description("A page of notifications.")
public record NotificationConnection(
        @Description("The notifications of this page.") List<@NonNull Notification> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,

        @Description("How many there are on all pages.") int totalCount) {

    static NotificationConnection of(Page<Notification> page) {
        return new NotificationConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
