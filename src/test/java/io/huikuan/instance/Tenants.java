package io.huikuan.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.Map;

/** What tests about jobs need of tenants. */
final class Tenants {

    /** An {@link Obstacle} in the middle of raising: alerts are written, but not yet announced. */
    static final String NO_BATCH = "lock table alert_batch in share mode";

    private Tenants() {}

    /** Lets the tenant's daily jobs be due whatever the time of day. */
    static void jobsFromMidnight(Instance instance, String token) {
        int version = instance.ask(token, "{ tenantSettings { version } }").getInt("tenantSettings.version");
        JsonPath answer = instance.ask(
                token,
                "mutation($input: UpdateTenantSettingsInput!) { updateTenantSettings(input: $input) { settings { jobHour } userErrors { code } } }",
                Map.of("input", Map.of("version", version, "jobHour", 0)));
        assertThat(answer.getInt("updateTenantSettings.settings.jobHour")).isZero();
    }
}
