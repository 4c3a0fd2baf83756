package io.huikuan.kernel.money;

import io.smallrye.graphql.api.DefaultNonNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.graphql.Description;

/** An amount in one currency. Sums over two currencies do not exist: adding them is a bug and throws. */
@DefaultNonNull
@Description("An amount of money in one currency.")
public record Money(
        @Description("The amount, with exactly the minor units of the currency.")
        Decimal amount,

        @Description("The currency as its ISO 4217 code, for example CNY.")
        String currency) {

    /** The amount in the currency, padded to the currency's minor units; digits beyond them are kept, never rounded away. */
    public static Money of(BigDecimal amount, String currency) {
        int minorUnits = Currencies.minorUnitsOf(currency);
        BigDecimal bare = amount.scale() > minorUnits ? amount.stripTrailingZeros() : amount;
        return new Money(
                Decimal.of(bare.scale() < minorUnits ? bare.setScale(minorUnits, RoundingMode.UNNECESSARY) : bare),
                currency);
    }

    /** The amount as a number. */
    public BigDecimal value() {
        return amount.value();
    }

    /** Whether the amount has no more digits after the point than its currency. */
    public boolean fitsMinorUnits() {
        return value().stripTrailingZeros().scale() <= Currencies.minorUnitsOf(currency);
    }
}
