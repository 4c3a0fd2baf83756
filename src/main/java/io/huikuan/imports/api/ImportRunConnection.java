package io.huikuan.imports.api;

import io.huikuan.imports.ImportRun;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of imports. */
@DefaultNonNull
@Description("A page of imports.")
public record ImportRunConnection(
        @Description("The imports, the latest first.") List<@NonNull ImportRun> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are in all.") int totalCount) {

    static ImportRunConnection of(Page<ImportRun> page) {
        return new ImportRunConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
