package io.huikuan.letter;

import io.huikuan.analytics.Aging;
import io.huikuan.analytics.CustomerBalance;
import io.huikuan.customer.DecisionRole;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.text.Language;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.letter.data.FigureReads;
import io.huikuan.letter.domain.Facts;
import io.huikuan.letter.domain.Placeholder;
import io.huikuan.letter.domain.TemplateText;
import io.huikuan.letter.domain.Templates;
import io.huikuan.letter.domain.Wording;
import io.huikuan.notification.mail.Mails;
import io.huikuan.statement.StatementOfAccount;
import io.huikuan.statement.Statements;
import io.huikuan.statement.WholeStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers what is to stand in a letter: the figures of the day, to whom, by which text, with what enclosed. */
@ApplicationScoped
class LetterDesk {

    /** How many items the table of a letter shows; its totals are over all of them. */
    static final int MOST_ITEMS = 500;

    /** How many lines an enclosed statement may have. */
    private static final int MOST_LINES = 500;

    private static final List<DecisionRole> WHO_PAYS = List.of(DecisionRole.PROCESSES, DecisionRole.DECIDES);
    private static final List<DecisionRole> WHO_DECIDES = List.of(DecisionRole.DECIDES, DecisionRole.PROCESSES);

    private final FigureReads reads;
    private final LetterTexts texts;
    private final Statements statements;
    private final Aging aging;
    private final Mails mails;
    private final BusinessDates dates;

    LetterDesk(
            FigureReads reads,
            LetterTexts texts,
            Statements statements,
            Aging aging,
            Mails mails,
            BusinessDates dates) {
        this.reads = reads;
        this.texts = texts;
        this.statements = statements;
        this.aging = aging;
        this.mails = mails;
        this.dates = dates;
    }

    /** What comes with a letter: each is null where there is none. */
    private record Enclosed(Addressee addressee, ThankedPayment payment, WholeStatement statement) {}

    /**
     * The letter as it is to be written today.
     *
     * @param custom by which text; null: by the one in force
     */
    Drafting draft(IssueLetter wish, TemplateText custom) {
        Figures figures =
                reads.figures(List.of(wish.customerId()), wish.leftOut()).get(wish.customerId());
        if (figures == null) {
            return new Drafting.Refused(Issued.Reason.NO_CUSTOMER);
        }
        if (wish.kind().duns() && !(wish.kind().saysOverdue() ? figures.anyOverdue() : figures.any())) {
            return new Drafting.Refused(Issued.Reason.NOTHING_TO_DUN);
        }
        Enclosed enclosed = enclosed(wish);
        Optional<Issued.Reason> lack = lack(wish, enclosed);
        if (lack.isPresent()) {
            return new Drafting.Refused(lack.get());
        }
        Drafted drafted = drafted(wish, custom, figures, enclosed);
        return saysSomething(drafted) ? drafted : new Drafting.Refused(Issued.Reason.NO_TEMPLATE_FITS);
    }

    private Enclosed enclosed(IssueLetter wish) {
        return new Enclosed(
                addressee(wish).orElse(null),
                wish.kind() == LetterKind.RECEIPT
                        ? reads.payment(wish.customerId(), wish.payment()).orElse(null)
                        : null,
                wish.enclosesStatement() ? statement(wish).orElse(null) : null);
    }

    private static Optional<Issued.Reason> lack(IssueLetter wish, Enclosed enclosed) {
        if (wish.contactPerson() != null && enclosed.addressee() == null) {
            return Optional.of(Issued.Reason.NO_PERSON);
        }
        if (wish.kind() == LetterKind.RECEIPT && enclosed.payment() == null) {
            return Optional.of(Issued.Reason.NO_PAYMENT);
        }
        return wish.enclosesStatement() && enclosed.statement() == null
                ? Optional.of(Issued.Reason.STATEMENT_TOO_LONG)
                : Optional.empty();
    }

    private static boolean saysSomething(Drafted draft) {
        Facts numbered = draft.facts().with(Placeholder.LETTER_NUMBER, "?");
        return !LetterPage.subject(draft.text(), numbered).isBlank()
                && !Templates.render(draft.text().body(), numbered).isBlank();
    }

    private Drafted drafted(IssueLetter wish, TemplateText custom, Figures figures, Enclosed enclosed) {
        Language language = language(wish.language(), figures);
        Letterhead head = texts.letterhead(language);
        LocalDate today = dates.today();
        List<OpenItem> items = wish.kind().duns() ? items(wish) : List.of();
        int leftOut = wish.kind().duns() ? figures.items() - items.size() : 0;
        Wording wording = new Wording(language);
        Facts facts = with(enclosed, wording, wording.facts(figures, head, today))
                .with(Placeholder.ITEMS, wording.lines(items, leftOut))
                .with(
                        Placeholder.BALANCE,
                        balances(List.of(wish.customerId()), wording).get(wish.customerId()));
        return new Drafted(
                wish,
                today,
                language,
                head,
                custom == null ? texts.inForce(wish.kind(), language) : custom,
                figures,
                enclosed.addressee(),
                items,
                leftOut,
                enclosed.payment(),
                enclosed.statement(),
                wish.warning() == null ? facts : wording.warned(facts, wish.warning()));
    }

    private List<OpenItem> items(IssueLetter wish) {
        return reads.items(List.of(wish.customerId()), wish.leftOut(), MOST_ITEMS)
                .getOrDefault(wish.customerId(), List.of());
    }

    private static Facts with(Enclosed enclosed, Wording wording, Facts facts) {
        Facts all = facts;
        if (enclosed.addressee() != null) {
            all = all.with(Placeholder.CONTACT_NAME, enclosed.addressee().name());
        }
        if (enclosed.payment() != null) {
            ThankedPayment payment = enclosed.payment();
            all = all.with(Placeholder.PAYMENT_NUMBER, payment.number())
                    .with(Placeholder.PAYMENT_DATE, wording.date(payment.receivedOn()))
                    .with(Placeholder.PAYMENT_AMOUNT, wording.amount(payment.amount()));
        }
        if (enclosed.statement() != null) {
            StatementOfAccount statement = enclosed.statement().statement();
            all = all.with(Placeholder.PERIOD_FROM, wording.date(statement.from()))
                    .with(Placeholder.PERIOD_TO, wording.date(statement.to()));
        }
        return all;
    }

    private Optional<Addressee> addressee(IssueLetter wish) {
        boolean byMail = wish.wantedRoute() == LetterRoute.EMAIL && mails.areSent();
        List<DecisionRole> roles = wish.kind().saysOverdue() ? WHO_DECIDES : WHO_PAYS;
        return Optional.ofNullable(reads.addressees(List.of(wish.customerId()), wish.contactPerson(), roles, byMail)
                .get(wish.customerId()));
    }

    /** The last month and this one; empty when that is too long. */
    private Optional<WholeStatement> statement(IssueLetter wish) {
        LocalDate from = dates.today().withDayOfMonth(1).minusMonths(1);
        return statements
                .of(NodeId.of(NodeKind.CUSTOMER, wish.customerId()), from, null)
                .flatMap(statement -> statements.whole(statement, MOST_LINES));
    }

    private Language language(Language wanted, Figures figures) {
        return wanted != null ? wanted : Optional.ofNullable(figures.language()).orElseGet(texts::language);
    }

    private Map<UUID, String> balances(Collection<UUID> customers, Wording wording) {
        return aging.balances(customers, dates.today(), false).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        balances -> wording.amounts(balances.getValue().stream()
                                .map(LetterDesk::balance)
                                .toList())));
    }

    private static Money balance(CustomerBalance balance) {
        return Money.of(
                balance.outstanding().value().subtract(balance.unapplied().value()), balance.currency());
    }

    /** What can be said today of each of the customers that the actor sees, but of these receivables nothing, and at most so many items of each. */
    Map<UUID, Facts> facts(Collection<UUID> customers, Set<UUID> leftOut, int mostItems, Language languageOrNull) {
        Map<UUID, Figures> figures = reads.figures(customers, leftOut);
        Map<UUID, List<OpenItem>> items = reads.items(figures.keySet(), leftOut, mostItems);
        Map<UUID, Addressee> addressees = reads.addressees(figures.keySet(), null, WHO_PAYS, false);
        Map<Language, Spoken> languages = figures.values().stream()
                .map(each -> language(languageOrNull, each))
                .distinct()
                .collect(Collectors.toMap(Function.identity(), language -> spoken(language, figures.keySet())));
        return figures.values().stream()
                .collect(Collectors.toMap(
                        Figures::customer,
                        each -> languages
                                .get(language(languageOrNull, each))
                                .facts(
                                        each,
                                        items.getOrDefault(each.customer(), List.of()),
                                        addressees.get(each.customer()),
                                        dates.today())));
    }

    private Spoken spoken(Language language, Collection<UUID> customers) {
        Wording wording = new Wording(language);
        return new Spoken(wording, texts.letterhead(language), balances(customers, wording));
    }

    /** What is the same for all to whom is spoken in a language, and the balance of each. */
    private record Spoken(Wording wording, Letterhead head, Map<UUID, String> balances) {

        Facts facts(Figures figures, List<OpenItem> items, Addressee addressee, LocalDate today) {
            Facts facts = wording.facts(figures, head, today)
                    .with(Placeholder.ITEMS, wording.lines(items, figures.items() - items.size()))
                    .with(Placeholder.BALANCE, balances.get(figures.customer()));
            return addressee == null ? facts : facts.with(Placeholder.CONTACT_NAME, addressee.name());
        }
    }
}
