package io.huikuan.tenant.api;

import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.tenant.Holiday;
import io.huikuan.tenant.TenantSettings;
import io.huikuan.tenant.TenantSettingsService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The tenant's settings and calendar, for those who run the system. */
@GraphQLApi
public class TenantSettingsApi {

    private final TenantSettingsService settings;
    private final Loader loader;

    TenantSettingsApi(TenantSettingsService settings, Loader loader) {
        this.settings = settings;
        this.loader = loader;
    }

    @Query
    @Description("How the tenant wants its debts watched.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    public TenantSettings tenantSettings() {
        return settings.current();
    }

    @NonNull
    @Description("The days of that year on which the calendar differs from the weekdays, in order.")
    public CompletionStage<List<@NonNull Holiday>> holidays(
            @Source TenantSettings parent, @Description("The year.") int year) {
        return loader.load("TenantSettings.holidays", year, settings::holidays);
    }

    @Mutation
    @Description("Changes the tenant's settings.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    public TenantSettingsPayload updateTenantSettings(
            @NonNull @Description("What to change.") UpdateTenantSettingsInput input) {
        return TenantSettingsPayload.of(settings.update(input.change()));
    }

    @Mutation("setHolidays")
    @Description("Replaces the calendar of one year.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    public TenantSettingsPayload setHolidays(@NonNull @Description("The year and its days.") SetHolidaysInput input) {
        return TenantSettingsPayload.of(settings.setHolidays(input.change()));
    }
}
