package io.huikuan.sellthrough.api;

import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.sellthrough.ProductSellThrough;
import io.huikuan.sellthrough.SellThrough;
import io.huikuan.sellthrough.SellThroughService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** Deliveries, sell-out reports and what they amount to. */
@GraphQLApi
public class SellThroughApi {

    private final SellThroughService service;
    private final CustomerReads customers;
    private final Loader loader;

    SellThroughApi(SellThroughService service, CustomerReads customers, Loader loader) {
        this.service = service;
        this.customers = customers;
        this.loader = loader;
    }

    @Description("How far the stock of the current cycle is sold; null before the first delivery.")
    public CompletionStage<SellThrough> sellThrough(@Source Customer parent) {
        return loader.load("Customer.sellThrough", parent.uuid(), service::currentOf);
    }

    @NonNull
    @Description("The customer whose stock it is.")
    public CompletionStage<Customer> customer(@Source SellThrough parent) {
        return loader.load("Customer", parent.customerId(), customers::byIds);
    }

    @NonNull
    @Description("The products of the cycle, by code.")
    public CompletionStage<List<@NonNull ProductSellThrough>> products(@Source SellThrough parent) {
        return loader.load("SellThrough.products", parent.uuid(), service::products);
    }

    @Mutation
    @Description(
            "Records goods that reached a customer, or went back from it. The first delivery after the threshold was reached starts a new cycle.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public SellThroughPayload recordDelivery(@NonNull @Description("The delivery.") RecordDeliveryInput input) {
        return SellThroughPayload.of(input.delivery()
                .map(delivery -> service.recordDelivery(input.clientKey(), delivery))
                .orElseGet(SellThroughService::noCustomer));
    }

    @Mutation
    @Description(
            "Records what a customer sold, or has in stock. What cannot be true is kept and asked about, not refused.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public SellThroughPayload reportSellOut(@NonNull @Description("The report.") ReportSellOutInput input) {
        return SellThroughPayload.of(input.report()
                .map(report -> service.reportSellOut("reportSellOut", input.clientKey(), report))
                .orElseGet(SellThroughService::noCustomer));
    }
}
