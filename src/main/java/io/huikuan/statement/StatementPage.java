package io.huikuan.statement;

import io.huikuan.statement.domain.ShownAmount;
import io.huikuan.statement.domain.StatementLanguage;
import io.huikuan.statement.domain.StatementWords;
import io.huikuan.tenant.Tenant;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** A statement as a page to print on A4, or as a part of one. */
public final class StatementPage {

    private StatementPage() {}

    /** The templates of the page. */
    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance statement(
                StatementWords words, String language, Tenant tenant, WholeStatement whole, String accounts);

        static native TemplateInstance statementAccounts(
                StatementWords words, WholeStatement whole, List<Account> accounts);
    }

    /** The account in one currency as it is printed. */
    record Account(
            String currency,
            Balance opening,
            String charges,
            String credits,
            Balance closing,
            List<Line> lines,
            List<Due> dues) {}

    /** Where it stands. */
    record Balance(String outstanding, String unapplied, String balance) {

        static Balance of(StatementBalance balance) {
            return new Balance(
                    ShownAmount.of(balance.outstanding()),
                    ShownAmount.of(balance.unapplied()),
                    ShownAmount.of(balance.balance()));
        }
    }

    /** A line, of which the charge or the credit is empty. */
    record Line(
            String on,
            String kind,
            String number,
            String reference,
            String dueDate,
            String charge,
            String credit,
            String balance) {}

    /** What is due on a day. */
    record Due(String dueDate, String amount, String daysPastDue) {}

    /** The page, whose texts are escaped by the template. */
    public static String render(WholeStatement whole, Tenant tenant, StatementLanguage language) {
        return Templates.statement(language.words(), language.tag(), tenant, whole, accounts(whole, language))
                .render();
    }

    /** Whose statement it is, and its accounts as markup, well-formed as XML, to stand in a page. */
    public static String accounts(WholeStatement whole, StatementLanguage language) {
        List<Account> accounts = whole.statement().currencies().stream()
                .map(account -> account(account, whole, language.words()))
                .toList();
        return Templates.statementAccounts(language.words(), whole, accounts).render();
    }

    private static Account account(StatementOfCurrency account, WholeStatement whole, StatementWords words) {
        return new Account(
                account.currency(),
                Balance.of(account.opening()),
                ShownAmount.of(account.charges()),
                ShownAmount.of(account.credits()),
                Balance.of(account.closing()),
                whole.linesOf(account).stream()
                        .map(line -> new Line(
                                line.on().toString(),
                                words.kind(line.kind()),
                                line.number(),
                                line.reference() == null ? "" : line.reference(),
                                line.dueDate() == null ? "" : line.dueDate().toString(),
                                ShownAmount.only(1, line.amount()),
                                ShownAmount.only(-1, line.amount()),
                                ShownAmount.of(line.balance())))
                        .toList(),
                whole.duesOf(account).stream()
                        .map(due -> new Due(
                                due.dueDate().toString(),
                                ShownAmount.of(due.amount()),
                                due.daysPastDue() == 0 ? "" : Integer.toString(due.daysPastDue())))
                        .toList());
    }
}
