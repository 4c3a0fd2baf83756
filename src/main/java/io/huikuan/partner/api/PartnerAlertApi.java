package io.huikuan.partner.api;

import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.partner.InstallmentSummary;
import io.huikuan.partner.PartnerAlert;
import io.huikuan.partner.PartnerAlerts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** What a partner should look at. */
@GraphQLApi
public class PartnerAlertApi {

    private final PartnerAlerts alerts;
    private final Loader loader;
    private final Selection selection;

    PartnerAlertApi(PartnerAlerts alerts, Loader loader, Selection selection) {
        this.alerts = alerts;
        this.loader = loader;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description(
            "What of your installments is due soon or overdue and was alerted, the newest first; what is settled is gone.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public PartnerAlertConnection myAlerts(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return PartnerAlertConnection.of(alerts.page(new Paging(first, after, selection.counted())));
    }

    @Subscription
    @NonNull
    @Description(
            "Every alert of yours at the moment at which it is raised or comes back; at least once. After a break, read the list.")
    @RolesAllowed(Roles.PARTNER)
    public Multi<@NonNull PartnerAlert> myAlertRaised() {
        return alerts.raised();
    }

    @Nullable
    @Description("The installment that it is about, as it stands now.")
    public CompletionStage<InstallmentSummary> installment(@Source PartnerAlert alert) {
        return loader.load("PartnerAlert.installment", alert.installmentId(), alerts::installments);
    }
}
