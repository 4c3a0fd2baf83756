package io.huikuan.job.api;

import io.huikuan.job.JobName;
import io.huikuan.job.Jobs;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which job to run as of when. */
@Input("RunJobInput")
@Description("Which job to run as of when.")
public record RunJobInput(
        @Description("Makes it safe to repeat.") String clientKey,
        @NonNull @Description("Which job.") JobName job,

        @Description(
                "As of which day, at most the business date; absent: the business date. Plans are judged as of the business date only.")
        LocalDate asOf) {

    Jobs.RunJob wish() {
        return new Jobs.RunJob(clientKey, job, asOf);
    }
}
