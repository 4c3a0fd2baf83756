package io.huikuan.credit.api;

import io.huikuan.credit.CreditAssessment;
import io.huikuan.credit.CreditCheck;
import io.huikuan.credit.CreditHold;
import io.huikuan.credit.CreditHoldRelease;
import io.huikuan.credit.CreditHolds;
import io.huikuan.credit.CreditLimit;
import io.huikuan.credit.CreditOrder;
import io.huikuan.credit.CreditRuleSetting;
import io.huikuan.credit.CreditStanding;
import io.huikuan.credit.CreditStandings;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What credit leads to, and where credit is led to. */
@GraphQLApi
public class CreditFieldsApi {

    private final CreditStandings standings;
    private final CreditHolds holds;
    private final CustomerReads customers;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    CreditFieldsApi(
            CreditStandings standings,
            CreditHolds holds,
            CustomerReads customers,
            Users users,
            Loader loader,
            Selection selection) {
        this.standings = standings;
        this.holds = holds;
        this.customers = customers;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    @NonNull
    @Description("How it stands with its credit.")
    public CompletionStage<CreditStanding> credit(
            @Source Customer customer,
            @Nullable @Description("The day, not after the business date; null: the business date.") LocalDate asOf) {
        return loader.load(
                "Customer.credit",
                new Nested<>(customer.uuid(), standings.day(asOf)),
                keys -> Nested.read(keys, standings::of));
    }

    @Nullable
    @Description(
            "How much it may owe by the limit that is in force, or by the last one when that has expired; null: no limit.")
    public CompletionStage<Money> creditLimit(@Source Customer customer) {
        return loader.load("Customer.creditLimit", customer.uuid(), standings::limitsInForce);
    }

    @NonNull
    @Description("Its limits, the newest first.")
    public CompletionStage<CreditLimitConnection> creditLimits(
            @Source Customer customer,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return loader.load(
                        "Customer.creditLimits",
                        new Nested<>(customer.uuid(), new Paging(first, after, selection.counted())),
                        keys -> Nested.read(keys, standings::limits))
                .thenApply(CreditLimitConnection::of);
    }

    @NonNull
    @Description("The assessments of its credit, the newest first.")
    public CompletionStage<CreditAssessmentConnection> creditAssessments(
            @Source Customer customer,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return loader.load(
                        "Customer.creditAssessments",
                        new Nested<>(customer.uuid(), new Paging(first, after, selection.counted())),
                        keys -> Nested.read(keys, standings::assessments))
                .thenApply(CreditAssessmentConnection::of);
    }

    @NonNull
    @Description("Whose credit it is.")
    public CompletionStage<Customer> customer(@Source CreditStanding standing) {
        return loader.load("CreditStanding.customer", standing.customer(), customers::byIds);
    }

    @NonNull
    @Description("Whose order it is.")
    public CompletionStage<Customer> customer(@Source CreditCheck check) {
        return loader.load("CreditCheck.customer", check.standing().customer(), customers::byIds);
    }

    @NonNull
    @Description("Whose order it is.")
    public CompletionStage<Customer> customer(@Source CreditOrder order) {
        return loader.load("CreditOrder.customer", order.customer(), customers::byIds);
    }

    @Nullable
    @Description("Who recorded it; null when no person did.")
    public CompletionStage<User> recordedBy(@Source CreditOrder order) {
        return user("CreditOrder.recordedBy", order.recorder());
    }

    @NonNull
    @Description("Who is not supplied.")
    public CompletionStage<Customer> customer(@Source CreditHold hold) {
        return loader.load("CreditHold.customer", hold.customer(), customers::byIds);
    }

    @Nullable
    @Description("For which customer it was said; null unless the source is CUSTOMER.")
    public CompletionStage<Customer> customer(@Source CreditRuleSetting setting) {
        return setting.customer() == null
                ? CompletableFuture.completedStage(null)
                : loader.load("CreditRuleSetting.customer", setting.customer(), customers::byIds);
    }

    @NonNull
    @Description("Its releases, the newest first.")
    public CompletionStage<List<@NonNull CreditHoldRelease>> releases(@Source CreditHold hold) {
        return loader.load("CreditHold.releases", hold.uuid(), holds::releases)
                .thenApply(found -> found == null ? List.of() : found);
    }

    @Nullable
    @Description("Who placed it; null when no person did.")
    public CompletionStage<User> placedBy(@Source CreditHold hold) {
        return user("CreditHold.placedBy", hold.placer());
    }

    @Nullable
    @Description("Who released it, or by whose payment or undoing it was released; null when no person did.")
    public CompletionStage<User> releasedBy(@Source CreditHoldRelease release) {
        return user("CreditHoldRelease.releasedBy", release.releaser());
    }

    @Nullable
    @Description("Who gave it; null when no person did.")
    public CompletionStage<User> recordedBy(@Source CreditLimit limit) {
        return user("CreditLimit.recordedBy", limit.recorder());
    }

    @Nullable
    @Description("Who assessed it; null when no person did.")
    public CompletionStage<User> assessedBy(@Source CreditAssessment assessment) {
        return user("CreditAssessment.assessedBy", assessment.recorder());
    }

    @Nullable
    @Description("Who said it; null of what the service does by itself.")
    public CompletionStage<User> recordedBy(@Source CreditRuleSetting setting) {
        return user("CreditRuleSetting.recordedBy", setting.recorder());
    }

    private CompletionStage<User> user(String name, UUID id) {
        return id == null ? CompletableFuture.completedStage(null) : loader.load(name, id, users::byIds);
    }
}
