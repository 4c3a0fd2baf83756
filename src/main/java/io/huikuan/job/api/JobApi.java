package io.huikuan.job.api;

import io.huikuan.job.JobName;
import io.huikuan.job.Jobs;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Jobs: what they did, and running one by hand. */
@GraphQLApi
public class JobApi {

    private final Jobs jobs;
    private final Selection selection;

    JobApi(Jobs jobs, Selection selection) {
        this.jobs = jobs;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("Runs of jobs, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE})
    public JobRunConnection jobRuns(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Only those of this job; absent: of all.") JobName job) {
        return JobRunConnection.of(jobs.page(Optional.ofNullable(job), new Paging(first, after, selection.counted())));
    }

    @Mutation
    @Description("Runs a job now, as of today or of an earlier day.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    public JobRunPayload runJob(@NonNull @Description("Which job, as of when.") RunJobInput input) {
        return JobRunPayload.of(jobs.run(input.wish()));
    }
}
