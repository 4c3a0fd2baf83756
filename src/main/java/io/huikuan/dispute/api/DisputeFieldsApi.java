package io.huikuan.dispute.api;

import io.huikuan.attachment.Attachment;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.dispute.Dispute;
import io.huikuan.dispute.DisputeComment;
import io.huikuan.dispute.Disputes;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.Receivables;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What a dispute leads to. */
@GraphQLApi
public class DisputeFieldsApi {

    private final Disputes disputes;
    private final Receivables receivables;
    private final CustomerReads customers;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    DisputeFieldsApi(
            Disputes disputes,
            Receivables receivables,
            CustomerReads customers,
            Users users,
            Loader loader,
            Selection selection) {
        this.disputes = disputes;
        this.receivables = receivables;
        this.customers = customers;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    @NonNull
    @Description("Who refuses to pay.")
    public CompletionStage<Customer> customer(@Source Dispute dispute) {
        return loader.load("Dispute.customer", dispute.customer(), customers::byIds);
    }

    @NonNull
    @Description("What it is about.")
    public CompletionStage<Receivable> receivable(@Source Dispute dispute) {
        return loader.load("Dispute.receivable", dispute.receivable(), receivables::byIds);
    }

    @Nullable
    @Description("The credit note for what was accepted; null unless it was accepted.")
    public CompletionStage<Receivable> creditNote(@Source Dispute dispute) {
        return dispute.creditNote() == null
                ? CompletableFuture.completedFuture(null)
                : loader.load("Dispute.creditNote", dispute.creditNote(), receivables::byIds);
    }

    @Nullable
    @Description("Who raised it: one of the tenant's people, or of the customer's in the portal.")
    public CompletionStage<User> raisedBy(@Source Dispute dispute) {
        return user("Dispute.raisedBy", dispute.raiser());
    }

    @Nullable
    @Description("Who accepted, rejected or withdrew it; null while it is open.")
    public CompletionStage<User> decidedBy(@Source Dispute dispute) {
        return user("Dispute.decidedBy", dispute.decider());
    }

    @NonNull
    @Description("The files that are shown with it, at most 20.")
    public CompletionStage<List<@NonNull Attachment>> attachments(@Source Dispute dispute) {
        return loader.load("Dispute.attachments", dispute.uuid(), disputes::attachmentsOf)
                .thenApply(found -> found == null ? List.of() : found);
    }

    @NonNull
    @Description("What was said about it, the oldest first.")
    public CompletionStage<DisputeCommentConnection> comments(
            @Source Dispute dispute,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        Paging paging = new Paging(first, after, selection.counted());
        return loader.load(
                        "Dispute.comments",
                        new Nested<>(dispute.uuid(), paging),
                        keys -> Nested.read(keys, disputes::comments))
                .thenApply(DisputeCommentConnection::of);
    }

    @Nullable
    @Description("Who said it.")
    public CompletionStage<User> writtenBy(@Source DisputeComment comment) {
        return user("DisputeComment.writtenBy", comment.writer());
    }

    private CompletionStage<User> user(String name, UUID idOrNull) {
        return idOrNull == null ? CompletableFuture.completedFuture(null) : loader.load(name, idOrNull, users::byIds);
    }
}
