package io.huikuan.job;

import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.work.JobStatus;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;

/** One run of a job for a tenant. */
@DefaultNonNull
@Description("One run of a job.")
public record JobRun(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("Which job.") JobName job,

        @Description("The date as of which it judged.") LocalDate asOf,
        @Description("When it began.") Instant startedAt,

        @Nullable @Description("When it ended; null while it runs.")
        Instant finishedAt,

        @Description("Where it stands.") JobStatus status,

        @Description("How many alerts it raised or reopened, or steps of strategies it made.")
        int raised,

        @Description("How many alerts it resolved, or tasks and letters it ended, because their cause was gone.")
        int resolved,

        @Description(
                "How many things it judged: installments due soon or late, stock cycles that reached their threshold and impossible reports, active plans, promises, disputes, steps of concessions, customers.")
        int examined,

        @Nullable @Description("Why it failed, in words; null when it did not.")
        String error)
        implements Node {}
