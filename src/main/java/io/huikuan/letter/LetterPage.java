package io.huikuan.letter;

import io.huikuan.letter.domain.Facts;
import io.huikuan.letter.domain.LetterWords;
import io.huikuan.letter.domain.Paragraph;
import io.huikuan.letter.domain.Placeholder;
import io.huikuan.letter.domain.PlainText;
import io.huikuan.letter.domain.TemplateText;
import io.huikuan.letter.domain.Templates;
import io.huikuan.letter.domain.Wording;
import io.huikuan.statement.StatementPage;
import io.huikuan.statement.domain.ShownAmount;
import io.huikuan.statement.domain.StatementLanguage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A letter as a page to print on A4, and as plain text. */
final class LetterPage {

    private LetterPage() {}

    /** The template of the page. */
    @CheckedTemplate(basePath = "")
    static class Pages {
        private Pages() {}

        static native TemplateInstance letter(Content content);
    }

    /** What was written: the subject, the page, which is well-formed XML, and the plain text. */
    record Written(String subject, String html, String text) {}

    /**
     * What the template shows.
     *
     * @param number empty in a preview
     * @param closing the last paragraphs, which stay with the signature, so that no page has it alone
     * @param enclosure the enclosed statement as markup; empty: none
     */
    record Content(
            String tag,
            LetterWords words,
            String subject,
            String number,
            String date,
            Sender sender,
            List<String> recipient,
            List<Paragraph> paragraphs,
            List<Paragraph> closing,
            List<Table> tables,
            String further,
            String enclosure) {}

    /** Who writes; a lawyer's letter is for the lawyer's own paper and has no head. */
    record Sender(boolean lawyer, String name, List<String> address, List<String> reach, List<String> signature) {}

    /** The items of one currency. */
    record Table(String currency, boolean references, List<Line> lines, String total, String overdue) {}

    /** An item. */
    record Line(String number, String reference, String issued, String due, String days, String amount) {}

    /** Writes it under its number; null: as a preview. */
    static Written write(Drafted draft, String numberOrNull) {
        Wording wording = new Wording(draft.language());
        LetterWords words = LetterWords.of(draft.language());
        Facts facts = draft.facts().with(Placeholder.LETTER_NUMBER, numberOrNull);
        String subject = subject(draft.text(), facts);
        List<Paragraph> all = Paragraph.of(Templates.sound(draft.text().body()).runs(facts));
        int closing = closingAt(all);
        Content content = new Content(
                draft.language().tag(),
                words,
                subject,
                numberOrNull == null ? "" : numberOrNull,
                wording.date(draft.today()),
                sender(draft),
                recipient(draft),
                all.subList(0, closing),
                all.subList(closing, all.size()),
                draft.figures().amounts().stream()
                        .map(amount -> table(amount, draft.items()))
                        .toList(),
                draft.leftOut() == 0 ? "" : wording.further(draft.leftOut()),
                enclosure(draft));
        return new Written(
                subject,
                Pages.letter(content).render(),
                text(content, Templates.render(draft.text().body(), facts)));
    }

    /** Where the last paragraphs begin: two of them, as far as they are words. */
    private static int closingAt(List<Paragraph> all) {
        int at = all.size();
        while (at > 0 && at > all.size() - 2 && all.get(at - 1).block().isEmpty()) {
            at--;
        }
        return at;
    }

    /** The subject in one line: it becomes the header of an e-mail. */
    static String subject(TemplateText text, Facts facts) {
        return Templates.render(text.subject(), facts).replaceAll("\\s+", " ");
    }

    private static Sender sender(Drafted draft) {
        Letterhead head = draft.head();
        List<String> signature = head.signature() == null ? List.of(head.name()) : lines(head.signature());
        return new Sender(
                draft.wish().kind() == LetterKind.LAWYERS_LETTER,
                PlainText.of(head.name()),
                lines(head.address()),
                Stream.of(head.phone(), head.email())
                        .filter(Objects::nonNull)
                        .map(PlainText::of)
                        .toList(),
                signature);
    }

    private static List<String> recipient(Drafted draft) {
        return Stream.of(
                        draft.figures().name(),
                        draft.addressee() == null ? null : draft.addressee().name())
                .filter(Objects::nonNull)
                .map(PlainText::of)
                .toList();
    }

    private static List<String> lines(String textOrNull) {
        return textOrNull == null ? List.of() : PlainText.of(textOrNull).lines().toList();
    }

    private static Table table(LetterAmount amount, List<OpenItem> items) {
        String currency = amount.total().currency();
        List<OpenItem> own = items.stream()
                .filter(item -> item.amount().currency().equals(currency))
                .toList();
        return new Table(
                currency,
                own.stream().anyMatch(item -> item.reference() != null),
                own.stream().map(LetterPage::line).toList(),
                ShownAmount.of(amount.total().amount()),
                amount.overdue().value().signum() == 0
                        ? ""
                        : ShownAmount.of(amount.overdue().amount()));
    }

    private static Line line(OpenItem item) {
        return new Line(
                PlainText.of(item.number()),
                item.reference() == null ? "" : PlainText.of(item.reference()),
                item.issuedOn().toString(),
                item.dueOn().toString(),
                item.daysOverdue() == 0 ? "" : Integer.toString(item.daysOverdue()),
                ShownAmount.of(item.amount().amount()));
    }

    private static String enclosure(Drafted draft) {
        return draft.statement() == null
                ? ""
                : StatementPage.accounts(
                        draft.statement(),
                        StatementLanguage.of(draft.language().tag()).orElseThrow());
    }

    private static String text(Content content, String body) {
        String head = content.number().isEmpty() ? content.date() : content.number() + "  " + content.date();
        String signature = content.sender().lawyer()
                ? content.words().lawyer()
                : String.join("\n", content.sender().signature());
        return head + "\n\n" + String.join("\n", content.recipient()) + "\n\n" + body + "\n\n" + signature
                + (content.enclosure().isEmpty() ? "" : "\n\n" + content.words().enclosed());
    }
}
