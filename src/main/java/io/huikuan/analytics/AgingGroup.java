package io.huikuan.analytics;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** By what aging is grouped. Owner, region and grade are today's, also for a day in the past. */
@Enum("AgingGroup")
@Description("By what aging is grouped. Owner, region and grade are today's, also for a day in the past.")
public enum AgingGroup {
    @Description("One row for each currency.")
    CURRENCY,
    @Description("One row for each customer and currency.")
    CUSTOMER,
    @Description("One row for each owner and currency.")
    OWNER,
    @Description("One row for each region and currency.")
    REGION,
    @Description("One row for each credit grade and currency.")
    GRADE
}
