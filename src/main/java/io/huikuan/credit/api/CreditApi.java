package io.huikuan.credit.api;

import io.huikuan.credit.CreditCheck;
import io.huikuan.credit.CreditHoldFilter;
import io.huikuan.credit.CreditHolds;
import io.huikuan.credit.CreditOrderFilter;
import io.huikuan.credit.CreditOrders;
import io.huikuan.credit.CreditPolicy;
import io.huikuan.credit.CreditRules;
import io.huikuan.credit.CreditStage;
import io.huikuan.credit.CreditStandings;
import io.huikuan.credit.MyCredit;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.paging.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** What is asked of credit. */
@GraphQLApi
public class CreditApi {

    private final CreditStandings standings;
    private final CreditHolds holds;
    private final CreditOrders orders;
    private final CreditRules rules;
    private final Selection selection;

    CreditApi(
            CreditStandings standings, CreditHolds holds, CreditOrders orders, CreditRules rules, Selection selection) {
        this.standings = standings;
        this.holds = holds;
        this.orders = orders;
        this.rules = rules;
        this.selection = selection;
    }

    @Query
    @Description(
            "Whether an order of a customer, named by exactly one of id and code, may be supplied on credit, and what each rule says; null when there is no such customer, or none of yours.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public CreditCheck creditCheck(
            @Nullable @Id @Description("The customer's global id.") String customerId,
            @Nullable @Description("The customer's code.") String customerCode,
            @NonNull @Description("The order, 0 or more; 0 asks how the customer stands.") MoneyInput orderAmount,
            @Nullable @DefaultValue("ORDER") @Description("What the order is checked for.") CreditStage stage,
            @Nullable @Description("The order's number; when it is recorded as open it is not counted besides.")
                    String orderNumber) {
        return standings
                .check(new CreditStandings.Question(
                        customerId, customerCode, orderAmount, stage == null ? CreditStage.ORDER : stage, orderNumber))
                .orElse(null);
    }

    @Query
    @NonNull
    @Description("Stops of supply of the customers that you see, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public CreditHoldConnection creditHolds(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones; null: all.") CreditHoldFilter filter) {
        return CreditHoldConnection.of(holds.page(
                filter == null ? CreditHoldFilter.ALL : filter, new Paging(first, after, selection.counted())));
    }

    @Query
    @NonNull
    @Description("What was recorded of orders of the customers that you see, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public CreditOrderConnection creditOrders(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones; null: all.") CreditOrderFilter filter) {
        return CreditOrderConnection.of(orders.page(
                filter == null ? CreditOrderFilter.ALL : filter, new Paging(first, after, selection.counted())));
    }

    @Query
    @Description("What the tenant decides about credit on the business date.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public CreditPolicy creditPolicy() {
        return rules.policy();
    }

    @Query
    @NonNull
    @Description(
            "All that was ever said of rules, for the tenant, for grades, and for the customers that you see; the newest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public CreditRuleConnection creditRules(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return CreditRuleConnection.of(rules.page(new Paging(first, after, selection.counted())));
    }

    @Query
    @Description("How you stand with your credit at the supplier.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public MyCredit myCredit() {
        return standings.mine().orElse(null);
    }
}
