package io.huikuan.letter.api;

import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.text.Language;
import io.huikuan.letter.LetterKind;
import io.huikuan.letter.LetterPlaceholder;
import io.huikuan.letter.LetterTemplate;
import io.huikuan.letter.LetterTexts;
import io.huikuan.letter.Letterhead;
import io.huikuan.letter.SaveLetterTemplate;
import io.huikuan.letter.UpdateLetterhead;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The texts and letterheads by which letters are written. */
@GraphQLApi
public class LetterTextApi {

    private final LetterTexts texts;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    LetterTextApi(LetterTexts texts, Users users, Loader loader, Selection selection) {
        this.texts = texts;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description(
            "The text in force of every kind of letter in every language, the tenant's own or the one that comes with the service.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public List<@NonNull LetterTemplate> letterTemplates() {
        return texts.all();
    }

    @Query
    @NonNull
    @Description("All versions of the tenant's own text of a kind of letter in a language, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public LetterTemplateConnection letterTemplateVersions(
            @NonNull @Description("Of which kind of letter.") LetterKind kind,
            @NonNull @Description("In which language.") Language language,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return LetterTemplateConnection.of(
                texts.versions(kind, language, new Paging(first, after, selection.counted())));
    }

    @Query
    @NonNull
    @Description("What the text of a kind of letter can name.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public List<@NonNull LetterPlaceholder> letterPlaceholders(
            @NonNull @Description("Of which kind of letter.") LetterKind kind) {
        return texts.placeholders(kind);
    }

    @Query
    @Description("Who writes, and where to pay, on letters of a language.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public Letterhead letterhead(@NonNull @Description("Of letters in which language.") Language language) {
        return texts.letterhead(language);
    }

    @Mutation
    @Description(
            "Puts a text in the place of the one before, which stays as an earlier version. A placeholder that there is not is refused with its line and column.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    public LetterTemplatePayload saveLetterTemplate(@NonNull @Description("The text.") SaveLetterTemplate input) {
        return LetterTemplatePayload.of(texts.save(input));
    }

    @Mutation
    @Description("Puts a letterhead in the place of the one before.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    public LetterheadPayload updateLetterhead(@NonNull @Description("The letterhead.") UpdateLetterhead input) {
        return LetterheadPayload.of(texts.change(input));
    }

    @Nullable
    @Description("Who saved it; null when nobody did.")
    public CompletionStage<User> savedBy(@Source LetterTemplate template) {
        return template.savedBy() == null
                ? CompletableFuture.completedStage(null)
                : loader.load("LetterTemplate.savedBy", template.savedBy(), users::byIds);
    }
}
