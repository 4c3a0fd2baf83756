package io.huikuan.kernel.work;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How a run of a job or of an import stands. */
@Enum("JobStatus")
@Description("How a run stands.")
public enum JobStatus {
    @Description("It runs.")
    RUNNING,
    @Description("It did all its work.")
    SUCCEEDED,
    @Description("It did nothing of its work.")
    FAILED
}
