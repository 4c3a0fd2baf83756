package io.huikuan.statement.domain;

import io.huikuan.kernel.money.Decimal;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Amounts as people read them: grouped by thousands, with the digits of their currency, the same in every language here. */
public final class ShownAmount {

    private ShownAmount() {}

    /** For example 1,234.50 or −7; amounts of an account have their currency's digits already. */
    public static String of(Decimal amount) {
        BigDecimal value = amount.value();
        DecimalFormat form = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        form.setMinimumFractionDigits(Math.max(value.scale(), 0));
        form.setMaximumFractionDigits(Math.max(value.scale(), 0));
        form.setNegativePrefix("−");
        return form.format(value);
    }

    /** The same without a sign; empty unless the amount's sign is the one that is meant. */
    public static String only(int sign, Decimal amount) {
        return amount.signum() == sign ? of(Decimal.of(amount.value().abs())) : "";
    }
}
