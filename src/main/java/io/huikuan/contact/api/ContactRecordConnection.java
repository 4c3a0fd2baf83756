package io.huikuan.contact.api;

import io.huikuan.contact.ContactRecord;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of contact records. */
@DefaultNonNull
@Description("A page of contact records.")
public record ContactRecordConnection(
        @Description("The records of this page.") List<@NonNull ContactRecord> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,

        @Description("How many there are on all pages.") int totalCount) {

    static ContactRecordConnection of(Page<ContactRecord> page) {
        return new ContactRecordConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
