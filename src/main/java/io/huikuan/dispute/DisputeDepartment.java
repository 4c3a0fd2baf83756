package io.huikuan.dispute;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Who has to look into a dispute. */
@Enum("DisputeDepartment")
@Description("The department that has to look into a dispute.")
public enum DisputeDepartment {
    @Description("Those who agreed prices and conditions.")
    SALES,
    @Description("Those who packed and delivered.")
    LOGISTICS,
    @Description("Those who answer for the goods.")
    QUALITY,
    @Description("Those who wrote the invoice and keep the books.")
    FINANCE,
    @Description("Those who read contracts.")
    LEGAL
}
