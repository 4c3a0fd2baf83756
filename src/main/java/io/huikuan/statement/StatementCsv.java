package io.huikuan.statement;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.statement.domain.CsvCell;
import io.huikuan.statement.domain.StatementWords;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A statement as CSV for spreadsheets: RFC 4180 with a byte order mark, by which Excel knows UTF-8. A row for each line, between rows for the opening
 * and the closing; then a row for each due date, whose open amount is in the last column. Amounts are plain, with a point. What a spreadsheet
 * would take for a formula is guarded.
 */
public final class StatementCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final StatementWords words;
    private final StringWriter text = new StringWriter();
    private final CsvWriter csv =
            CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);

    private StatementCsv(StatementWords words) {
        this.words = words;
    }

    /** The statement in the language of these words. */
    public static String of(WholeStatement statement, StatementWords words) {
        StatementCsv file = new StatementCsv(words);
        file.write(statement);
        return BYTE_ORDER_MARK + file.text.toString();
    }

    private void write(WholeStatement whole) {
        try (csv) {
            csv.writeRecord(
                    words.currency(),
                    words.date(),
                    words.entry(),
                    words.number(),
                    words.reference(),
                    words.dueDate(),
                    words.charge(),
                    words.credit(),
                    words.balance(),
                    words.outstanding());
            for (StatementOfCurrency account : whole.statement().currencies()) {
                write(account, whole);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(StatementOfCurrency account, WholeStatement whole) {
        balance(account.currency(), account.period().before(), words.opening(), account.opening());
        whole.linesOf(account).forEach(this::write);
        balance(account.currency(), account.period().to(), words.closing(), account.closing());
        whole.duesOf(account)
                .forEach(due -> csv.writeRecord(
                        due.currency(),
                        account.period().to().toString(),
                        words.due(),
                        "",
                        "",
                        due.dueDate().toString(),
                        "",
                        "",
                        "",
                        plain(due.amount().value())));
    }

    private void balance(String currency, LocalDate day, String name, StatementBalance balance) {
        csv.writeRecord(
                currency,
                day.toString(),
                name,
                "",
                "",
                "",
                "",
                "",
                plain(balance.balance().value()),
                plain(balance.outstanding().value()));
    }

    private void write(StatementLine line) {
        csv.writeRecord(
                line.currency(),
                line.on().toString(),
                words.kind(line.kind()),
                CsvCell.text(line.number()),
                CsvCell.text(line.reference()),
                line.dueDate() == null ? "" : line.dueDate().toString(),
                side(1, line.amount()),
                side(-1, line.amount()),
                plain(line.balance().value()),
                "");
    }

    private static String side(int sign, Decimal amount) {
        return amount.signum() == sign ? plain(amount.value().abs()) : "";
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
