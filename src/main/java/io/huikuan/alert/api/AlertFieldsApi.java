package io.huikuan.alert.api;

import io.huikuan.alert.Alert;
import io.huikuan.alert.AlertFilter;
import io.huikuan.alert.AlertSubjects;
import io.huikuan.alert.Alerts;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.graph.AlertSubject;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.graphql.api.Nullable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What alerts lead to, and which alerts a customer has. */
@GraphQLApi
public class AlertFieldsApi {

    private final Alerts alerts;
    private final AlertSubjects subjects;
    private final CustomerReads customers;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    AlertFieldsApi(
            Alerts alerts,
            AlertSubjects subjects,
            CustomerReads customers,
            Users users,
            Loader loader,
            Selection selection) {
        this.alerts = alerts;
        this.subjects = subjects;
        this.customers = customers;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    @NonNull
    @Description("Whose debt or stock it is about.")
    public CompletionStage<Customer> customer(@Source Alert alert) {
        return loader.load("Alert.customer", alert.customer(), customers::byIds);
    }

    @Nullable
    @Description(
            "To whom it belongs: the user to whom it was given, else the customer's owner; null: to every manager who sees the customer.")
    public CompletionStage<User> assignee(@Source Alert alert) {
        return alert.assignee().isEmpty()
                ? CompletableFuture.completedFuture(null)
                : loader.load("Alert.assignee", alert.assignee().get(), users::byIds);
    }

    @Nullable
    @Description(
            "What it is about: the installment, the plan, the stock cycle, the promise, the dispute, the concession or the escalation for which it was raised.")
    public CompletionStage<AlertSubject> subject(@Source Alert alert) {
        return loader.load("Alert.subject", new AlertSubjects.Key(alert.type(), alert.subject()), subjects::of);
    }

    private record Wanted(AlertFilter filter, Paging paging) {}

    @NonNull
    @Description("Its alerts, the newest first.")
    public CompletionStage<AlertConnection> alerts(
            @Source Customer customer,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones are wanted; absent: all.") AlertFilterInput filter) {
        Wanted wanted = new Wanted(AlertFilterInput.of(filter), new Paging(first, after, selection.counted()));
        return loader.load(
                        "Customer.alerts",
                        new Nested<>(customer.uuid(), wanted),
                        keys -> Nested.read(keys, (ids, one) -> alerts.pages(ids, one.filter(), one.paging())))
                .thenApply(AlertConnection::of);
    }
}
