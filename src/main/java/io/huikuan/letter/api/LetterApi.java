package io.huikuan.letter.api;

import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.letter.LetterFilter;
import io.huikuan.letter.LetterKind;
import io.huikuan.letter.LetterPreview;
import io.huikuan.letter.LetterService;
import io.huikuan.letter.LetterTrial;
import io.huikuan.letter.LetterWish;
import io.huikuan.letter.Letters;
import io.huikuan.letter.MarkLettersPrinted;
import io.huikuan.letter.PreviewLetter;
import io.huikuan.letter.SetLetterLanguage;
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

/** Letters to customers: issued, listed, printed. */
@GraphQLApi
public class LetterApi {

    private final Letters letters;
    private final LetterService service;
    private final Selection selection;

    LetterApi(Letters letters, LetterService service, Selection selection) {
        this.letters = letters;
        this.service = service;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("Letters to the customers that you see, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public LetterConnection letters(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones; null: all.") LetterFilter filter) {
        return LetterConnection.of(letters.page(
                filter == null ? LetterFilter.ALL : filter, new Paging(first, after, selection.counted())));
    }

    @Query
    @Description("How a letter would read today, by the text in force or by one to be tried; nothing is issued or kept."
            + " Null when there is no such customer, person or payment.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public LetterPreview previewLetter(
            @NonNull @Id @Description("To which customer.") String customerId,
            @NonNull @Description("What it is for.") LetterKind kind,
            @Nullable @Id @Description("To whom there; null: who processes payments or decides, by kind.")
                    String contactPersonId,
            @Nullable @Id @Description("For which payment a RECEIPT thanks; null: the latest.") String paymentId,
            @Nullable @Description("How it is to be written; null: as it would be issued.") LetterTrial trial) {
        return service.preview(new PreviewLetter(
                        customerId, kind, contactPersonId, paymentId, trial == null ? LetterTrial.AS_IT_IS : trial))
                .orElse(null);
    }

    @Query
    @NonNull
    @Description("The letters to the customers that you see that wait to be printed, the oldest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public LetterConnection letterPrintQueue(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return LetterConnection.of(service.printQueue(new Paging(first, after, selection.counted())));
    }

    @Mutation
    @Description("Issues a letter with the figures of this moment: it is numbered, kept as it is, and goes out.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public LetterPayload issueLetter(@NonNull @Description("The letter.") LetterWish input) {
        return LetterPayload.of(service.issue(input));
    }

    @Mutation
    @Description("Writes down that letters were printed and are on their way: all of them, or none.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public LettersPrintedPayload markLettersPrinted(@NonNull @Description("Which ones.") MarkLettersPrinted input) {
        return LettersPrintedPayload.of(service.printed(input));
    }

    @Mutation("setLetterLanguage")
    @Description("Sets in which language a customer is written to.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public LetterLanguagePayload setLetterLanguage(
            @NonNull @Description("Which customer, and the language.") SetLetterLanguage input) {
        return LetterLanguagePayload.of(service.setLanguage(input));
    }
}
