package io.huikuan.plan.api;

import io.huikuan.kernel.identity.Roles;
import io.huikuan.plan.PaymentPlan;
import io.huikuan.plan.PaymentPlanService;
import io.huikuan.plan.PaymentPlans;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Payment plans: one of them, and the way from a proposal to its end. */
@GraphQLApi
public class PaymentPlanApi {

    private final PaymentPlans plans;
    private final PaymentPlanService service;

    PaymentPlanApi(PaymentPlans plans, PaymentPlanService service) {
        this.plans = plans;
        this.service = service;
    }

    @Query
    @Description("One payment plan by its id; null when there is none or it is not yours.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public PaymentPlan paymentPlan(@NonNull @Id @Description("The id.") String id) {
        return plans.find(id).orElse(null);
    }

    @Mutation
    @Description(
            "Proposes a payment plan over open receivables; it comes into force at once where the tenant's rule approves it.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public PaymentPlanPayload proposePaymentPlan(@NonNull @Description("The plan.") ProposePaymentPlanInput input) {
        return PaymentPlanPayload.of(service.propose(input.wish()));
    }

    @Mutation
    @Description(
            "Approves a proposed plan, which rules its receivables from the business date on. Not for the proposer.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public PaymentPlanPayload approvePaymentPlan(@NonNull @Description("The decision.") DecidePaymentPlanInput input) {
        return PaymentPlanPayload.of(service.approve(input.wish()));
    }

    @Mutation
    @Description("Turns a proposed plan down.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public PaymentPlanPayload rejectPaymentPlan(@NonNull @Description("The decision.") DecidePaymentPlanInput input) {
        return PaymentPlanPayload.of(service.reject(input.wish()));
    }

    @Mutation
    @Description(
            "Withdraws a proposed plan, or ends an active one: the own terms of its receivables rule again. A REP may only withdraw his own proposal.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public PaymentPlanPayload cancelPaymentPlan(@NonNull @Description("The decision.") DecidePaymentPlanInput input) {
        return PaymentPlanPayload.of(service.cancel(input.wish()));
    }
}
