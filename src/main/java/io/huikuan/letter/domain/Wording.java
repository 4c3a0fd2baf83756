package io.huikuan.letter.domain;

import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.text.Language;
import io.huikuan.letter.Figures;
import io.huikuan.letter.LetterAmount;
import io.huikuan.letter.LetterWarning;
import io.huikuan.letter.Letterhead;
import io.huikuan.letter.OpenItem;
import io.huikuan.statement.domain.ShownAmount;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Puts figures, dates and amounts into the words of one language. */
public final class Wording {

    private final Language language;
    private final LetterWords words;

    public Wording(Language language) {
        this.language = language;
        this.words = LetterWords.of(language);
    }

    /** For example 26 November 2026, or 2026年11月26日. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(words.dateForm(), language.locale()).format(date);
    }

    /** For example CNY 1,234.50; in Chinese, 人民币 1,234.50 元. */
    public String amount(Money money) {
        String shown = ShownAmount.of(money.amount());
        return language == Language.ZH_CN && money.currency().equals("CNY")
                ? "人民币 " + shown + " 元"
                : money.currency() + " " + shown;
    }

    /** Those that are not zero, one after the other; empty when all are. */
    public String amounts(Collection<Money> amounts) {
        return amounts.stream()
                .filter(money -> money.value().signum() != 0)
                .map(this::amount)
                .collect(Collectors.joining(words.separator()));
    }

    /** What is known of a customer and its supplier on a day. */
    public Facts facts(Figures figures, Letterhead head, LocalDate today) {
        List<LetterAmount> amounts = figures.amounts();
        LocalDate oldest = figures.oldestDue();
        Facts facts = Facts.none()
                .with(Placeholder.DATE, date(today))
                .with(Placeholder.SUPPLIER_NAME, head.name())
                .with(Placeholder.SUPPLIER_PHONE, head.phone())
                .with(Placeholder.SUPPLIER_EMAIL, head.email())
                .with(Placeholder.BANK, head.bankAccount())
                .with(Placeholder.CUSTOMER_NAME, figures.name())
                .with(Placeholder.CUSTOMER_CODE, figures.code())
                .with(Placeholder.OWNER_NAME, figures.owner())
                .with(
                        Placeholder.TOTAL,
                        amounts(amounts.stream().map(LetterAmount::total).toList()))
                .with(
                        Placeholder.OVERDUE,
                        amounts(amounts.stream().map(LetterAmount::overdue).toList()));
        if (figures.previous() != null) {
            facts = facts.with(Placeholder.PREVIOUS_NUMBER, figures.previous().number())
                    .with(Placeholder.PREVIOUS_DATE, date(figures.previous().issuedOn()));
        }
        return oldest == null
                ? facts
                : facts.with(Placeholder.ITEM_COUNT, Integer.toString(figures.items()))
                        .with(Placeholder.OLDEST_DUE, date(oldest))
                        .with(Placeholder.DAYS_OVERDUE, days(oldest, today));
    }

    private static String days(LocalDate due, LocalDate today) {
        return due.isBefore(today) ? Long.toString(ChronoUnit.DAYS.between(due, today)) : null;
    }

    /** The facts, and of what a letter warns. */
    public Facts warned(Facts facts, LetterWarning warning) {
        return facts.with(Placeholder.WARNING_NEXT, words.stages().get(warning.next()))
                .with(Placeholder.WARNING_DEADLINE, date(warning.deadline()));
    }

    /** Items as lines of plain text, with the number of those that are left out. */
    public String lines(List<OpenItem> items, int leftOut) {
        String lines = items.stream()
                .map(item -> item.number() + "  " + date(item.dueOn()) + "  " + amount(item.amount()))
                .collect(Collectors.joining("\n"));
        return leftOut == 0 ? lines : lines + "\n" + further(leftOut);
    }

    /** That so many items are left out. */
    public String further(int leftOut) {
        return words.further().get(0) + leftOut + words.further().get(1);
    }
}
