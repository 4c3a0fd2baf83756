package io.huikuan.job.api;

import io.huikuan.job.JobRun;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of runs. */
@DefaultNonNull
@Description("A page of runs of jobs.")
public record JobRunConnection(
        @Description("The runs of this page.") List<@NonNull JobRun> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,

        @Description("How many there are on all pages.") int totalCount) {

    static JobRunConnection of(Page<JobRun> page) {
        return new JobRunConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
