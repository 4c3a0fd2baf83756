package io.huikuan.job.api;

import io.huikuan.job.JobRun;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a wish to run a job. */
@DefaultNonNull
@Description("The run, which may have failed, or why there was none.")
public record JobRunPayload(
        @Nullable @Description("The run; null when the wish was refused.")
        JobRun jobRun,

        @Description("Why it was refused; empty when it was run.")
        List<@NonNull UserError> userErrors) {

    static JobRunPayload of(Outcome<JobRun> outcome) {
        return new JobRunPayload(outcome.valueOrNull(), outcome.errors());
    }
}
