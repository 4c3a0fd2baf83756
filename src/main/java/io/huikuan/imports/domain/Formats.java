package io.huikuan.imports.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a source writes dates and numbers.
 *
 * @param dates its dates
 * @param decimal the sign before its decimals
 * @param grouping the sign between its groups of three digits; empty when it writes none
 */
public record Formats(DateTimeFormatter dates, char decimal, Optional<Character> grouping) {

    /** 2026-03-31 and 1234.50. */
    public static final Formats CANONICAL = new Formats(DateTimeFormatter.ISO_LOCAL_DATE, '.', Optional.empty());

    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}( \\d{3})+(\\.\\d+)?");

    /** The format with this pattern of {@link DateTimeFormatter}, read strictly: there is no 30 February. Empty when it is none for whole dates. */
    public static Optional<DateTimeFormatter> dates(String pattern) {
        LocalDate sample = LocalDate.of(2026, 11, 22);
        try {
            DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
            return sample.equals(LocalDate.parse(sample.atTime(23, 58, 57).format(format), format))
                    ? Optional.of(format)
                    : Optional.empty();
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The date; empty when the text is none. */
    public Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text, dates));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The number in the form {@code -?\d{1,15}(\.\d{1,6})?}; a minus may stand behind it. Empty when the text is none. */
    public Optional<String> number(String text) {
        if (text.length() > 40) {
            return Optional.empty();
        }
        boolean behind = text.endsWith("-") && !text.startsWith("-");
        String signed = behind ? "-" + text.substring(0, text.length() - 1).strip() : text;
        String plain = decimal == '.' && grouping.isEmpty() ? signed : ungrouped(signed);
        return plain != null && PLAIN.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }

    /** Signs of groups that stand elsewhere than before three digits would make 1.5 fifteen: such a text is no number. */
    private String ungrouped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (!isGrouping(sign) && sign != decimal && (sign == ' ' || sign == '.')) {
                return null;
            }
            plain.append(isGrouping(sign) ? ' ' : sign == decimal ? '.' : sign);
        }
        String spaced = plain.toString();
        if (spaced.indexOf(' ') < 0) {
            return spaced;
        }
        return GROUPED.matcher(spaced).matches() ? spaced.replace(" ", "") : null;
    }

    private boolean isGrouping(char sign) {
        return grouping.isPresent() && (grouping.get() == sign || (grouping.get() == ' ' && sign == '\u00a0'));
    }
}
