package io.huikuan.letter;

import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.text.Language;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.letter.data.LetterReads;
import io.huikuan.letter.data.LetterStore;
import io.huikuan.letter.domain.TemplateText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What people do with letters: issue them, look at them before, and print them. */
@ApplicationScoped
@Transactional
public class LetterService {

    private static final UUID NO_ONE = new UUID(0, 0);
    private static final int YEAR = 365;
    private static final int LONGEST_REASON = 500;

    private final Letters letters;
    private final LetterTexts texts;
    private final LetterReads reads;
    private final LetterStore store;
    private final CustomerReads customers;
    private final ClientKeys clientKeys;
    private final CurrentActor actor;
    private final BusinessDates dates;

    LetterService(
            Letters letters,
            LetterTexts texts,
            LetterReads reads,
            LetterStore store,
            CustomerReads customers,
            ClientKeys clientKeys,
            CurrentActor actor,
            BusinessDates dates) {
        this.letters = letters;
        this.texts = texts;
        this.reads = reads;
        this.store = store;
        this.customers = customers;
        this.clientKeys = clientKeys;
        this.actor = actor;
        this.dates = dates;
    }

    /** Issues a letter; see {@link Letters#issue(UUID, IssueLetter)} and, for who may issue which, {@link LetterWish#kind()}. */
    public Outcome<Letter> issue(LetterWish wish) {
        return clientKeys.onceNew(
                new Wish("issueLetter", wish.clientKey(), wish), id -> issued(id, wish), letters::find);
    }

    private Outcome<Letter> issued(UUID id, LetterWish wish) {
        Refusals refusals = new Refusals();
        IssueLetter checked = checked(wish, refusals);
        String outsideReason = refusals.optional("outsideReason", wish.outsideReason(), LONGEST_REASON);
        courteous(checked, refusals);
        if (refusals.any()) {
            return refusals.outcome();
        }
        Issued issued = letters.issue(id, checked, outsideReason);
        if (issued instanceof Issued.Outside outside) {
            return Outcome.refused(outside.errors());
        }
        return issued instanceof Issued.Done done
                ? Outcome.done(done.letter())
                : refused(((Issued.Not) issued).reason());
    }

    /** The stage FIRM needs the word of a manager, and those after it an escalation, in which they are approved (rule 26): who issues a letter by hand threatens none of them. */
    private void courteous(IssueLetter letter, Refusals refusals) {
        refusals.unless(
                letter.kind() != LetterKind.OVERDUE_NOTICE || maySayOverdue(letter.customerId()),
                ErrorCode.STAGE_NEEDS_APPROVAL,
                "kind",
                "A notice that payment is overdue needs the word of a manager.");
        if (letter.warning() != null) {
            refusals.unless(
                    letter.warning().next() == LetterStage.FIRM,
                    ErrorCode.STAGE_NEEDS_APPROVAL,
                    "warning.next",
                    "A letter that warns of more than a notice leaves the house from an approved stage of an escalation.");
        }
    }

    /** Who issues such a notice in person gives the word: a manager, or an admin where there is none for the customer. */
    private boolean maySayOverdue(UUID customer) {
        Actor by = actor.get();
        return by.is(Role.MANAGER)
                || (by.is(Role.ADMIN)
                        && !customers.isSeenByAnother(
                                customer, Set.of(Role.MANAGER), by.user().orElse(NO_ONE)));
    }

    private static Outcome<Letter> refused(Issued.Reason reason) {
        return Outcome.refused(reason.code(), reason.field(), reason.message());
    }

    /** An id that is malformed names nobody, as one that is not the actor's to see. */
    private IssueLetter checked(LetterWish wish, Refusals refusals) {
        refusals.unless(
                wish.paymentId() == null || wish.kind() == LetterKind.RECEIPT,
                ErrorCode.INVALID_VALUE,
                "paymentId",
                "Only a RECEIPT is for a payment.");
        return new IssueLetter(
                NodeId.uuid(NodeKind.CUSTOMER, wish.customerId()).orElse(NO_ONE),
                wish.kind(),
                wish.route() == null ? LetterRoute.EMAIL : wish.route(),
                Boolean.TRUE.equals(wish.withStatement()),
                warning(wish.warning(), refusals),
                LetterCause.PERSON,
                null,
                wish.language(),
                named(NodeKind.CONTACT_PERSON, wish.contactPersonId()),
                named(NodeKind.PAYMENT, wish.paymentId()),
                Set.of());
    }

    private static UUID named(NodeKind kind, String idOrNull) {
        return idOrNull == null ? null : NodeId.uuid(kind, idOrNull).orElse(NO_ONE);
    }

    private LetterWarning warning(LetterWarningWish wish, Refusals refusals) {
        if (wish == null) {
            return null;
        }
        refusals.unless(
                !wish.deadline().isBefore(dates.today().plusDays(LetterWarning.FEWEST_DAYS)),
                ErrorCode.INVALID_VALUE,
                "warning.deadline",
                "The deadline is at least " + LetterWarning.FEWEST_DAYS + " days after the business date.");
        refusals.unless(
                !wish.deadline().isAfter(dates.today().plusDays(YEAR)),
                ErrorCode.INVALID_VALUE,
                "warning.deadline",
                "The deadline is within a year.");
        return new LetterWarning(wish.next(), wish.deadline());
    }

    /**
     * How a letter would read today; empty when there is no such customer, person or payment. A {@link Problem} when there is no such letter to write or a text to
     * be tried is not sound.
     */
    public Optional<LetterPreview> preview(PreviewLetter wish) {
        Refusals refusals = new Refusals();
        LetterTrial trial = wish.trial();
        IssueLetter letter = checked(wish.wish(), refusals);
        TemplateText custom = trial.subject() == null && trial.body() == null
                ? null
                : texts.text(wish.kind(), trial.subject(), trial.body(), refusals);
        if (refusals.any()) {
            UserError first = refusals.errors().get(0);
            throw new Problem(first.meaning(), String.join(".", first.field()) + ": " + first.message());
        }
        Letters.Previewed previewed = letters.preview(letter, custom);
        if (previewed instanceof Letters.Previewed.Shown shown) {
            return Optional.of(shown.preview());
        }
        Issued.Reason reason = ((Letters.Previewed.Not) previewed).reason();
        if (reason.code() == ErrorCode.NOT_FOUND) {
            return Optional.empty();
        }
        throw new Problem(reason.code(), reason.message());
    }

    /** A page of what waits for the printer, the oldest first. */
    public Page<Letter> printQueue(Paging paging) {
        return reads.oldest(LetterFilter.TO_PRINT, paging);
    }

    /** Writes down that letters were printed: all of them or, when one does not wait for it, none. */
    public Outcome<List<Letter>> printed(MarkLettersPrinted wish) {
        return clientKeys.once(
                new Wish("markLettersPrinted", wish.clientKey(), wish),
                () -> marked(wish),
                any -> actor.get().tenant(),
                any -> Optional.of(inOrder(ids(wish))));
    }

    private Outcome<List<Letter>> marked(MarkLettersPrinted wish) {
        List<UUID> ids = ids(wish);
        Refusals refusals = new Refusals();
        refusals.unless(
                !ids.isEmpty() && ids.size() <= Paging.MOST,
                ErrorCode.INVALID_VALUE,
                "letterIds",
                "1 to " + Paging.MOST + " letters.");
        if (refusals.any()) {
            return refusals.outcome();
        }
        Set<UUID> waiting = Set.copyOf(store.lockToPrint(ids));
        Map<UUID, Letter> seen = letters.byIds(ids);
        for (int i = 0; i < ids.size(); i++) {
            boolean known = seen.containsKey(ids.get(i));
            refusals.unless(
                    known && waiting.contains(ids.get(i)),
                    known ? ErrorCode.INVALID_STATUS : ErrorCode.NOT_FOUND,
                    "letterIds." + i,
                    known ? "The letter does not wait to be printed." : "There is no such letter.");
        }
        if (refusals.any()) {
            return refusals.outcome();
        }
        store.printed(ids);
        return Outcome.done(inOrder(ids));
    }

    private static List<UUID> ids(MarkLettersPrinted wish) {
        return wish.letterIds().stream()
                .map(id -> NodeId.uuid(NodeKind.LETTER, id).orElse(NO_ONE))
                .toList();
    }

    private List<Letter> inOrder(List<UUID> ids) {
        Map<UUID, Letter> found = letters.byIds(ids);
        return ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Sets in which language a customer is written to. */
    public Outcome<Customer> setLanguage(SetLetterLanguage wish) {
        return clientKeys.once(
                new Wish("setLetterLanguage", wish.clientKey(), wish),
                () -> languageSet(wish),
                Customer::uuid,
                customers::find);
    }

    private Outcome<Customer> languageSet(SetLetterLanguage wish) {
        Optional<Customer> customer =
                NodeId.uuid(NodeKind.CUSTOMER, wish.customerId()).flatMap(customers::find);
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer.");
        }
        store.setLanguage(customer.get().uuid(), wish.language());
        return Outcome.done(customer.get());
    }

    /** In which language each of the customers is written to. */
    public Map<UUID, Language> languages(Set<UUID> wanted) {
        Map<UUID, Language> own = reads.languages(wanted);
        Language rest = texts.language();
        return wanted.stream().collect(Collectors.toMap(Function.identity(), id -> own.getOrDefault(id, rest)));
    }
}
