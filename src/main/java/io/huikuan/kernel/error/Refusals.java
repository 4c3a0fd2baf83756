package io.huikuan.kernel.error;

import io.huikuan.kernel.money.Currencies;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.money.MoneyInput;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gathers all that is wrong with an input, so that the user learns it at once. Each check answers the value in the form that is
 * kept, or null where it refused or where an optional value is absent: look at {@link #any} before using what came back.
 */
public final class Refusals {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_ZONE = 64;

    private final List<UserError> errors = new ArrayList<>();

    /** Adds a refusal; {@code path} is the field at fault with dots. */
    public Refusals add(ErrorCode code, String path, String message) {
        errors.add(UserError.of(code, path, message));
        return this;
    }

    /** Adds the reasons of an outcome and answers its value, null when it was refused. */
    public <T> T take(Outcome<T> outcome) {
        errors.addAll(outcome.errors());
        return outcome.valueOrNull();
    }

    /** Adds a refusal unless the condition holds. */
    public Refusals unless(boolean holds, ErrorCode code, String path, String message) {
        return holds ? this : add(code, path, message);
    }

    /** Whether something was refused. */
    public boolean any() {
        return !errors.isEmpty();
    }

    /** What was refused so far. */
    public List<UserError> errors() {
        return List.copyOf(errors);
    }

    /** The refusal; something must have been refused. */
    public <T> Outcome<T> outcome() {
        return Outcome.refused(errors);
    }

    /** One line of text that must be there: without blanks around it, at most so many characters. */
    public String required(String path, String text, int most) {
        String line = optional(path, text, most);
        if (text == null || text.isBlank()) {
            add(ErrorCode.REQUIRED, path, "A value is needed.");
        }
        return line;
    }

    /** One line of text, or null when it is absent or blank. */
    public String optional(String path, String text, int most) {
        return text(path, text, most, false);
    }

    /** Text that must be there and may have several lines. */
    public String requiredProse(String path, String text, int most) {
        String prose = optionalProse(path, text, most);
        if (text == null || text.isBlank()) {
            add(ErrorCode.REQUIRED, path, "A value is needed.");
        }
        return prose;
    }

    /** Text that may have several lines, or null when it is absent or blank. */
    public String optionalProse(String path, String text, int most) {
        return text(path, text, most, true);
    }

    private String text(String path, String text, int most, boolean lines) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) > most) {
            add(ErrorCode.TOO_LONG, path, "At most " + most + " characters.");
            return null;
        }
        if (!stripped.codePoints().allMatch(c -> isReadable(c, lines))) {
            add(ErrorCode.INVALID_VALUE, path, "The text holds characters that are no text.");
            return null;
        }
        return stripped;
    }

    /** Control characters and halves of characters are no text; the database would refuse some of them. */
    private static boolean isReadable(int character, boolean lines) {
        if (lines && (character == '\n' || character == '\r' || character == '\t')) {
            return true;
        }
        return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }

    /** An amount above zero in a known currency, with no more digits than the currency has; null when it is absent. */
    public Money positive(String path, MoneyInput input) {
        if (input != null && input.amount().signum() <= 0) {
            add(ErrorCode.AMOUNT_NOT_POSITIVE, path + ".amount", "The amount must be greater than zero.");
            return null;
        }
        return money(path, input);
    }

    /** As {@link #positive(String, MoneyInput)}, zero allowed. */
    public Money notNegative(String path, MoneyInput input) {
        if (input != null && input.amount().signum() < 0) {
            add(ErrorCode.INVALID_VALUE, path + ".amount", "The amount must not be below zero.");
            return null;
        }
        return money(path, input);
    }

    private Money money(String path, MoneyInput input) {
        if (input == null || !isCurrency(path + ".currency", input.currency())) {
            return null;
        }
        Money money = Money.of(input.amount().value(), input.currency());
        if (!money.fitsMinorUnits()) {
            add(
                    ErrorCode.TOO_MANY_DECIMALS,
                    path + ".amount",
                    "This currency has " + Currencies.minorUnitsOf(money.currency()) + " digits after the point.");
            return null;
        }
        return money;
    }

    /** Whether the currency exists; refused when not. */
    public boolean isCurrency(String path, String code) {
        if (!Currencies.exists(code)) {
            add(ErrorCode.UNKNOWN_CURRENCY, path, "There is no such currency.");
            return false;
        }
        return true;
    }

    /** A whole number within the bounds, both included; null when it is absent. */
    public Integer between(String path, Integer number, int least, int most) {
        if (number != null && (number < least || number > most)) {
            add(ErrorCode.INVALID_VALUE, path, "It must be " + least + " to " + most + ".");
            return null;
        }
        return number;
    }

    /** A fraction above 0 and at most 1; null when it is absent. */
    public Decimal fraction(String path, Decimal number) {
        if (number != null && (number.signum() <= 0 || number.value().compareTo(BigDecimal.ONE) > 0)) {
            add(ErrorCode.INVALID_VALUE, path, "It must be more than 0 and at most 1.");
            return null;
        }
        return number;
    }

    /** An e-mail address by its form, or null when it is absent or blank. */
    public String email(String path, String text) {
        String address = optional(path, text, LONGEST_EMAIL);
        if (address != null && !EMAIL.matcher(address).matches()) {
            add(ErrorCode.INVALID_VALUE, path, "This is no e-mail address.");
            return null;
        }
        return address;
    }

    /** A time zone of the IANA data base by its name, or null when it is absent. */
    public String timeZone(String path, String text) {
        String name = optional(path, text, LONGEST_ZONE);
        if (name != null && !isTimeZone(name)) {
            add(ErrorCode.INVALID_TIME_ZONE, path, "There is no such time zone.");
            return null;
        }
        return name;
    }

    private static boolean isTimeZone(String name) {
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(name).getId());
        } catch (DateTimeException e) {
            return false;
        }
    }
}
