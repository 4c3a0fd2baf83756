package io.huikuan.tenant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The settings that may be absent. */
@Enum("TenantSettingsField")
@Description("A setting that can be emptied.")
public enum TenantSettingsField {
    @Description("No margin is said any more.")
    GROSS_MARGIN,
    @Description("No payment plan is approved by rule any more.")
    PLAN_AUTO_APPROVAL,
    @Description("No period is closed any more.")
    CLOSED_THROUGH
}
