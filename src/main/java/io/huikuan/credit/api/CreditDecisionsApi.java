package io.huikuan.credit.api;

import io.huikuan.credit.AssessCredit;
import io.huikuan.credit.ChangeCreditPolicy;
import io.huikuan.credit.CreditHolds;
import io.huikuan.credit.CreditLimits;
import io.huikuan.credit.CreditOrders;
import io.huikuan.credit.CreditRules;
import io.huikuan.credit.PlaceCreditHold;
import io.huikuan.credit.RecordCreditOrder;
import io.huikuan.credit.ReleaseCreditHold;
import io.huikuan.credit.ReleaseCreditRules;
import io.huikuan.credit.SetCreditLimit;
import io.huikuan.credit.SetCreditRule;
import io.huikuan.kernel.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** What is decided about credit. */
@GraphQLApi
public class CreditDecisionsApi {

    private final CreditLimits limits;
    private final CreditHolds holds;
    private final CreditRules rules;
    private final CreditOrders orders;

    CreditDecisionsApi(CreditLimits limits, CreditHolds holds, CreditRules rules, CreditOrders orders) {
        this.limits = limits;
        this.holds = holds;
        this.rules = rules;
        this.orders = orders;
    }

    @Mutation("setCreditLimit")
    @Description("Gives a customer a limit; those before it stay in the history.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public CreditStandingPayload setCreditLimit(@NonNull @Description("The limit.") SetCreditLimit input) {
        return CreditStandingPayload.of(limits.set(input));
    }

    @Mutation
    @Description("Gives a customer a grade, with what was looked at and until when it is to be relied on.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public CreditStandingPayload assessCredit(@NonNull @Description("The assessment.") AssessCredit input) {
        return CreditStandingPayload.of(limits.assess(input));
    }

    @Mutation
    @Description("Stops supply of a customer: it is ON_HOLD while the hold is live, and credit checks refuse.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public CreditHoldPayload placeCreditHold(@NonNull @Description("The hold.") PlaceCreditHold input) {
        return CreditHoldPayload.of(holds.place(input));
    }

    @Mutation
    @Description("Lets supply go on until a day, after which the hold counts again.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
    public CreditHoldPayload releaseCreditHold(
            @NonNull @Description("Which hold, why, and until when.") ReleaseCreditHold input) {
        return CreditHoldPayload.of(holds.release(input));
    }

    @Mutation
    @Description("Takes the force of rules for a customer until a day.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
    public CreditStandingPayload releaseCreditRules(
            @NonNull @Description("Which rules, why, and until when.") ReleaseCreditRules input) {
        return CreditStandingPayload.of(rules.release(input));
    }

    @Mutation("setCreditRule")
    @Description("Says how a rule works, for a customer, for a grade, or for all.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN})
    public CreditPolicyPayload setCreditRule(@NonNull @Description("The rule.") SetCreditRule input) {
        return CreditPolicyPayload.of(rules.set(input));
    }

    @Mutation
    @Description("Puts a credit policy in the place of the one before.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN})
    public CreditPolicyPayload updateCreditPolicy(@NonNull @Description("The policy.") ChangeCreditPolicy input) {
        return CreditPolicyPayload.of(rules.change(input));
    }

    @Mutation
    @Description("Records what of a customer's order is not invoiced yet, if the credit check allows it.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE})
    public CreditOrderPayload recordCreditOrder(@NonNull @Description("The order.") RecordCreditOrder input) {
        return CreditOrderPayload.of(orders.record(input));
    }
}
