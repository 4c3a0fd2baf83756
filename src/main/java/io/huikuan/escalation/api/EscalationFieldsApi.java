package io.huikuan.escalation.api;

import io.huikuan.contact.ContactRecord;
import io.huikuan.contact.ContactRecords;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.escalation.Escalation;
import io.huikuan.escalation.EscalationEvent;
import io.huikuan.escalation.EscalationMeasure;
import io.huikuan.escalation.EscalationProposal;
import io.huikuan.escalation.Escalations;
import io.huikuan.escalation.SalesAtRisk;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.letter.Letter;
import io.huikuan.letter.Letters;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What escalations lead to, and which one a customer has. */
@GraphQLApi
public class EscalationFieldsApi {

    private final Escalations escalations;
    private final CustomerReads customers;
    private final Letters letters;
    private final ContactRecords contacts;
    private final Loader loader;
    private final Selection selection;

    EscalationFieldsApi(
            Escalations escalations,
            CustomerReads customers,
            Letters letters,
            ContactRecords contacts,
            Loader loader,
            Selection selection) {
        this.escalations = escalations;
        this.customers = customers;
        this.letters = letters;
        this.contacts = contacts;
        this.loader = loader;
        this.selection = selection;
    }

    @Nullable
    @Description("Its open escalation; null when there is none.")
    public CompletionStage<Escalation> escalation(@Source Customer customer) {
        return loader.load("Customer.escalation", customer.uuid(), escalations::openOf);
    }

    @NonNull
    @Description("Who does not pay.")
    public CompletionStage<Customer> customer(@Source Escalation escalation) {
        return loader.load("Escalation.customer", escalation.customer(), customers::byIds);
    }

    @Nullable
    @Description("The stage that waits for a manager's decision; null when none is proposed.")
    public CompletionStage<EscalationProposal> proposal(@Source Escalation escalation) {
        return loader.load("Escalation.proposal", escalation.uuid(), escalations::proposals);
    }

    @NonNull
    @Description(
            "What may be lost with the customer, by currency: look at it before you approve. Empty when it neither buys nor owes.")
    public CompletionStage<List<@NonNull SalesAtRisk>> salesAtRisk(@Source Escalation escalation) {
        return loader.load("Escalation.salesAtRisk", escalation.customer(), escalations::salesAtRisk)
                .thenApply(found -> found == null ? List.of() : found);
    }

    @NonNull
    @Description("Its measures, the newest first.")
    public CompletionStage<EscalationMeasureConnection> measures(
            @Source Escalation escalation,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return loader.load(
                        "Escalation.measures",
                        new Nested<>(escalation.uuid(), new Paging(first, after, selection.counted())),
                        keys -> Nested.read(keys, escalations::measures))
                .thenApply(EscalationMeasureConnection::of);
    }

    @NonNull
    @Description("What happened to it, the oldest first.")
    public CompletionStage<EscalationEventConnection> history(
            @Source Escalation escalation,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return loader.load(
                        "Escalation.history",
                        new Nested<>(escalation.uuid(), new Paging(first, after, selection.counted())),
                        keys -> Nested.read(keys, escalations::events))
                .thenApply(EscalationEventConnection::of);
    }

    @NonNull
    @Description("In which case it is.")
    public CompletionStage<Escalation> escalation(@Source EscalationMeasure measure) {
        return loader.load("EscalationMeasure.escalation", measure.escalation(), escalations::byIds);
    }

    @Nullable
    @Description("The letter that went out with it; null when none did.")
    public CompletionStage<Letter> letter(@Source EscalationEvent event) {
        return event.letter() == null
                ? CompletableFuture.completedFuture(null)
                : loader.load("EscalationEvent.letter", event.letter(), letters::byIds);
    }

    @Nullable
    @Description("The contact record of the visit; null when it is about none.")
    public CompletionStage<ContactRecord> contactRecord(@Source EscalationEvent event) {
        return event.contactRecord() == null
                ? CompletableFuture.completedFuture(null)
                : loader.load("EscalationEvent.contactRecord", event.contactRecord(), contacts::findAll);
    }
}
