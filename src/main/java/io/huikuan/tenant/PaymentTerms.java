package io.huikuan.tenant;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * When what is bought on credit is to be paid (rule 14): one to sixty rows whose shares sum to exactly 1. Net 30 is one row: share 1,
 * 30 days. What comes from outside is made by {@link #of}, which refuses; the constructor holds the same rules against bugs.
 */
@DefaultNonNull
@Description(
        "When what is bought on credit is to be paid: net days, days after the end of the month, or several installments.")
public record PaymentTerms(
        @Description("The rows; net 30 is one row of share 1 and 30 days.")
        List<@NonNull TermInstallment> installments) {

    /** The most rows that terms may have. */
    public static final int MOST_INSTALLMENTS = 60;

    /** The most days from issue, or from the end of its month, to a due date: about ten years. */
    public static final int MOST_DAYS = 3650;

    private static final Pattern TEXT_ROW = Pattern.compile("([0-9.]+)\\s*:\\s*(\\d{1,6})(E)?");

    public PaymentTerms {
        installments = List.copyOf(installments);
        List<UserError> errors = errors(installments, "");
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(errors.get(0).message());
        }
    }

    /**
     * The terms with these rows, or why there can be none.
     *
     * @param path where the terms stand in the input, for example {@code defaultTerms}: the errors name the fields below it
     */
    public static Outcome<PaymentTerms> of(List<TermInstallment> installments, String path) {
        List<UserError> errors = errors(installments, path);
        return errors.isEmpty() ? Outcome.done(new PaymentTerms(installments)) : Outcome.refused(errors);
    }

    /** All of it so many days after the issue date. */
    public static PaymentTerms net(int days) {
        return new PaymentTerms(List.of(new TermInstallment(Decimal.of(BigDecimal.ONE), days, false)));
    }

    /** The form in which the database and import files keep terms: rows of {@code share:days[E]}, parted by commas; E counts from the end of the month. */
    public String asText() {
        return installments.stream()
                .map(row -> row.share() + ":" + row.days() + (row.endOfMonth() ? "E" : ""))
                .collect(Collectors.joining(","));
    }

    /** Reads the text form, blanks around its parts allowed: {@code 1:30}, or {@code 0.3:0,0.7:60E}. */
    public static Outcome<PaymentTerms> parse(String text, String path) {
        List<TermInstallment> rows = new ArrayList<>();
        for (String part : text.split(",", MOST_INSTALLMENTS + 2)) {
            Matcher row = TEXT_ROW.matcher(part.strip());
            if (!row.matches() || !Decimal.isDecimal(row.group(1))) {
                return Outcome.refused(
                        ErrorCode.INVALID_VALUE, path, "Terms read share:days or share:daysE, rows parted by commas.");
            }
            rows.add(new TermInstallment(
                    new Decimal(row.group(1)), Integer.parseInt(row.group(2)), row.group(3) != null));
        }
        return of(rows, path);
    }

    /** The terms that the database keeps in their text form. */
    public static PaymentTerms ofText(String kept) {
        return Optional.ofNullable(parse(kept, "").valueOrNull())
                .orElseThrow(() -> new IllegalStateException("no payment terms: " + kept));
    }

    private static List<UserError> errors(List<TermInstallment> rows, String path) {
        String installments = path.isEmpty() ? "installments" : path + ".installments";
        if (rows.isEmpty() || rows.size() > MOST_INSTALLMENTS) {
            return List.of(UserError.of(
                    ErrorCode.INVALID_VALUE, installments, "Terms have 1 to " + MOST_INSTALLMENTS + " rows."));
        }
        List<UserError> errors = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            addRowErrors(rows.get(i), installments + "." + i, errors);
        }
        BigDecimal sum = rows.stream().map(row -> row.share().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (errors.isEmpty() && sum.compareTo(BigDecimal.ONE) != 0) {
            errors.add(UserError.of(
                    ErrorCode.SUM_MISMATCH,
                    installments,
                    "The shares sum to " + Decimal.of(sum) + ", they must sum to exactly 1."));
        }
        return errors;
    }

    private static void addRowErrors(TermInstallment row, String path, List<UserError> errors) {
        if (row.share().signum() <= 0 || row.share().value().compareTo(BigDecimal.ONE) > 0) {
            errors.add(UserError.of(ErrorCode.INVALID_VALUE, path + ".share", "A share is more than 0 and at most 1."));
        }
        if (row.days() < 0 || row.days() > MOST_DAYS) {
            errors.add(UserError.of(ErrorCode.INVALID_VALUE, path + ".days", "Days are 0 to " + MOST_DAYS + "."));
        }
    }
}
