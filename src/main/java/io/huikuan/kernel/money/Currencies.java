package io.huikuan.kernel.money;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The currencies of ISO 4217 that have minor units, by their three-letter codes. */
public final class Currencies {

    private static final Map<String, Integer> MINOR_UNITS = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(
                    Currency::getCurrencyCode, Currency::getDefaultFractionDigits, (a, b) -> a));

    private Currencies() {}

    /** How many digits the currency has after the point (JPY 0, USD 2, KWD 3); empty when there is no such currency. */
    public static Optional<Integer> minorUnits(String code) {
        return Optional.ofNullable(MINOR_UNITS.get(code));
    }

    /** Whether the code names a currency in which money can be owed. */
    public static boolean exists(String code) {
        return MINOR_UNITS.containsKey(code);
    }

    /**
     * How many digits a known currency has after the point.
     *
     * @throws IllegalArgumentException when there is no such currency: check with {@link #exists} first what comes from outside
     */
    public static int minorUnitsOf(String code) {
        return minorUnits(code).orElseThrow(() -> new IllegalArgumentException("no such currency"));
    }
}
