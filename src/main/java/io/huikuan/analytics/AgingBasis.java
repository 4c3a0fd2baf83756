package io.huikuan.analytics;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** From which due dates days past due are counted. */
@Enum("AgingBasis")
@Description("From which due dates days past due are counted.")
public enum AgingBasis {
    @Description("Those of the schedule that ruled on the day: a payment plan, or the receivable's own terms.")
    SCHEDULE,
    @Description("Those of the receivable's own terms, so that a payment plan cannot make a debt look young.")
    ORIGINAL_DUE
}
