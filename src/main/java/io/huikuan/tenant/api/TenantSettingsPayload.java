package io.huikuan.tenant.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.tenant.TenantSettings;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a change to settings or calendar. */
@DefaultNonNull
@Description("The settings after the change, or why it was refused.")
public record TenantSettingsPayload(
        @Nullable @Description("The settings; null when the change was refused.")
        TenantSettings settings,

        @Description("Why the change was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static TenantSettingsPayload of(Outcome<TenantSettings> outcome) {
        return new TenantSettingsPayload(outcome.valueOrNull(), outcome.errors());
    }
}
