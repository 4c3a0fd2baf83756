package io.huikuan.partner.api;

import io.huikuan.kernel.identity.Roles;
import io.huikuan.partner.PartnerStock;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** The one thing that a partner may change: what it says about its own stock. */
@GraphQLApi
public class PartnerSellThroughApi {

    private final PartnerStock stock;

    PartnerSellThroughApi(PartnerStock stock) {
        this.stock = stock;
    }

    @Mutation
    @Description("Records what you sold, or have in stock.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public MySellThroughPayload reportMySellOut(@NonNull @Description("Your report.") ReportMySellOutInput input) {
        return MySellThroughPayload.of(stock.report(input.clientKey(), input.reportedOn(), input.reported()));
    }
}
