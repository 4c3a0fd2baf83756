package io.huikuan.ledger.api;

import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.ReceivableFilter;
import io.huikuan.ledger.ReceivableService;
import io.huikuan.ledger.Receivables;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** What is owed: one document, lists of them, and what can be done to them without money. */
@GraphQLApi
public class ReceivableApi {

    private final Receivables receivables;
    private final ReceivableService service;
    private final Selection selection;

    ReceivableApi(Receivables receivables, ReceivableService service, Selection selection) {
        this.receivables = receivables;
        this.service = service;
        this.selection = selection;
    }

    @Query
    @Description(
            "One receivable by its id or its number, exactly one of the two; null when there is none or it is not yours.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public Receivable receivable(
            @Nullable @Id @Description("The id.") String id, @Nullable @Description("The number.") String number) {
        return receivables.find(id, number).orElse(null);
    }

    @Query
    @NonNull
    @Description("Receivables of the customers that you see, in the order of their due dates.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ReceivableConnection receivables(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones; null: all.") ReceivableFilter filter) {
        return ReceivableConnection.of(receivables.page(
                filter == null ? ReceivableFilter.ALL : filter, new Paging(first, after, selection.counted())));
    }

    @Mutation
    @Description("Issues a document on which money is owed.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE})
    public ReceivablePayload issueReceivable(@NonNull @Description("The document.") IssueReceivableInput input) {
        return ReceivablePayload.of(service.issue(input.wish()));
    }

    @Mutation
    @Description("Credits a document, wholly or in part; the payload is the credit note.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE})
    public ReceivablePayload issueCreditNote(@NonNull @Description("The credit note.") IssueCreditNoteInput input) {
        return ReceivablePayload.of(service.issueCreditNote(input.wish()));
    }

    @Mutation
    @Description("Gives up a receivable, wholly or in part.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE})
    public ReceivablePayload writeOffReceivable(@NonNull @Description("What to give up.") WriteOffInput input) {
        return ReceivablePayload.of(service.writeOff(input.wish()));
    }

    @Mutation
    @Description("Takes all write-offs of a receivable back.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE})
    public ReceivablePayload undoWriteOff(@NonNull @Description("Of which receivable.") UndoWriteOffInput input) {
        return ReceivablePayload.of(service.undoWriteOff(input.wish()));
    }
}
