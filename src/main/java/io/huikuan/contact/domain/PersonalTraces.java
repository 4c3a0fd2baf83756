package io.huikuan.contact.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the traces of a person in texts: the name as a whole, the e-mail address, and the telephone number however its digits are parted,
 * with or without the country's code. It is written as a PostgreSQL regular expression, to be matched case apart.
 */
public final class PersonalTraces {

    /** Fewer digits are no telephone number, but could be an amount. */
    private static final int FEWEST_DIGITS = 6;

    private static final String SPECIAL = "\\.[]{}()*+?^$|";
    private static final String GAP = "[^[:alnum:]]{0,3}";
    private static final int LONGEST_COUNTRY_CODE = 3;

    private PersonalTraces() {}

    /** The expression; empty when there is nothing to look for. */
    public static Optional<String> pattern(String name, Optional<String> phone, Optional<String> email) {
        List<String> parts = new ArrayList<>();
        email.filter(text -> !text.isBlank()).ifPresent(text -> parts.add(escaped(text)));
        phone.map(PersonalTraces::phone).filter(text -> !text.isEmpty()).ifPresent(parts::add);
        if (!name.isBlank()) {
            parts.add(name(name.strip()));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("|", parts));
    }

    /** Li is not to be found within limit; but where words are not parted by blanks, a name stands among other characters. */
    private static String name(String name) {
        String words = escaped(name).replaceAll("\\s+", "[[:space:]]+");
        return (isLatin(name.codePointAt(0)) ? "\\m" : "")
                + words
                + (isLatin(name.codePointBefore(name.length())) ? "\\M" : "");
    }

    private static boolean isLatin(int character) {
        return Character.isLetter(character) && !Character.isIdeographic(character);
    }

    private static String phone(String phone) {
        String digits = phone.codePoints()
                .filter(Character::isDigit)
                .mapToObj(digit -> String.valueOf(Character.digit(digit, 10)))
                .collect(Collectors.joining());
        if (digits.length() < FEWEST_DIGITS) {
            return "";
        }
        boolean international = phone.strip().startsWith("+") && digits.length() > FEWEST_DIGITS + LONGEST_COUNTRY_CODE;
        StringBuilder pattern = new StringBuilder("\\+?");
        for (int i = 0; i < digits.length(); i++) {
            boolean mayLack = international && i < LONGEST_COUNTRY_CODE;
            String digit = digits.charAt(i) + (i < digits.length() - 1 ? GAP : "");
            pattern.append(mayLack ? "(?:" + digit + ")?" : digit);
        }
        return pattern.toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (SPECIAL.indexOf(character) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(character);
        });
        return escaped.toString();
    }
}
