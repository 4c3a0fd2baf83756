package io.huikuan.letter.api;

import io.huikuan.customer.ContactPerson;
import io.huikuan.customer.ContactPersons;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.text.Language;
import io.huikuan.letter.Letter;
import io.huikuan.letter.LetterAmount;
import io.huikuan.letter.LetterService;
import io.huikuan.letter.Letters;
import io.huikuan.notification.mail.MailDelivery;
import io.huikuan.notification.mail.Mails;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What letters lead to, and where letters are led to. */
@GraphQLApi
public class LetterFieldsApi {

    private final Letters letters;
    private final LetterService service;
    private final CustomerReads customers;
    private final ContactPersons persons;
    private final Users users;
    private final Mails mails;
    private final Loader loader;
    private final Selection selection;

    LetterFieldsApi(
            Letters letters,
            LetterService service,
            CustomerReads customers,
            ContactPersons persons,
            Users users,
            Mails mails,
            Loader loader,
            Selection selection) {
        this.letters = letters;
        this.service = service;
        this.customers = customers;
        this.persons = persons;
        this.users = users;
        this.mails = mails;
        this.loader = loader;
        this.selection = selection;
    }

    @NonNull
    @Description("The letters to it, the newest first.")
    public CompletionStage<LetterConnection> letters(
            @Source Customer customer,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return loader.load(
                        "Customer.letters",
                        new Nested<>(customer.uuid(), new Paging(first, after, selection.counted())),
                        keys -> Nested.read(keys, letters::of))
                .thenApply(LetterConnection::of);
    }

    @NonNull
    @Description("In which language it is written to: its own, or else the tenant's.")
    public CompletionStage<Language> letterLanguage(@Source Customer customer) {
        return loader.load("Customer.letterLanguage", customer.uuid(), service::languages);
    }

    @NonNull
    @Description("To which customer.")
    public CompletionStage<Customer> customer(@Source Letter letter) {
        return loader.load("Letter.customer", letter.customer(), customers::byIds);
    }

    @Nullable
    @Description("To whom there; null: to nobody in particular.")
    public CompletionStage<ContactPerson> contactPerson(@Source Letter letter) {
        return letter.contactPerson() == null
                ? CompletableFuture.completedStage(null)
                : loader.load("Letter.contactPerson", letter.contactPerson(), persons::byIds);
    }

    @Nullable
    @Description("Who issued it; null when no person did.")
    public CompletionStage<User> issuedBy(@Source Letter letter) {
        return letter.issuer() == null
                ? CompletableFuture.completedStage(null)
                : loader.load("Letter.issuedBy", letter.issuer(), users::byIds);
    }

    @NonNull
    @Description("For what it asks, by currency, as it was on its date; none where it asks for nothing.")
    public CompletionStage<List<@NonNull LetterAmount>> amounts(@Source Letter letter) {
        return loader.load("Letter.amounts", letter.uuid(), letters::amounts)
                .thenApply(amounts -> amounts == null ? List.of() : amounts);
    }

    @Nullable
    @Description("What became of its e-mail; null when there was none.")
    public CompletionStage<MailDelivery> mail(@Source Letter letter) {
        return loader.load("Letter.mail", letter.uuid(), mails::of);
    }
}
