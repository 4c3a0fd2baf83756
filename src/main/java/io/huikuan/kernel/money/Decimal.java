package io.huikuan.kernel.money;

import io.smallrye.graphql.api.CustomScalar;
import io.smallrye.graphql.api.CustomStringScalar;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;

/**
 * An exact decimal number: an amount, a quantity or a rate as a fraction. It travels as a string, at most 15 digits before
 * and 6 after the point, and never as a floating-point number. Trailing zeros are kept as they were made, but play no part in {@link #equals}.
 */
@CustomScalar("Decimal")
@Description(
        "An exact decimal number as a string, -?\\d{1,15}(\\.\\d{1,6})?, for example \"1200.50\". Rates are fractions: \"0.8333\".")
public record Decimal(BigDecimal value) implements CustomStringScalar, Comparable<Decimal> {

    private static final Pattern FORM = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    /** Nothing. */
    public static final Decimal ZERO = new Decimal(BigDecimal.ZERO);

    public Decimal {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the form that clients send.
     *
     * @throws IllegalArgumentException for anything else, such as {@code 1e3}, blanks or too many digits
     */
    public Decimal(String text) {
        this(parse(text));
    }

    /** The decimal with this value. */
    public static Decimal of(BigDecimal value) {
        return new Decimal(value);
    }

    /** Whether the text is a decimal as clients may send it. */
    public static boolean isDecimal(String text) {
        return text.length() <= 23 && FORM.matcher(text).matches();
    }

    private static BigDecimal parse(String text) {
        if (!isDecimal(text)) {
            throw new IllegalArgumentException("not a decimal of at most 15 digits before and 6 after the point");
        }
        return new BigDecimal(text);
    }

    /** −1, 0 or 1: below zero, zero, above zero. */
    public int signum() {
        return value.signum();
    }

    @Override
    public String stringValueForSerialization() {
        return value.toPlainString();
    }

    @Override
    public int compareTo(Decimal other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Decimal decimal && value.compareTo(decimal.value) == 0;
    }

    @Override
    public int hashCode() {
        return value.stripTrailingZeros().hashCode();
    }

    /** The number without trailing zeros, so that equal decimals read alike. */
    @Override
    public String toString() {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
