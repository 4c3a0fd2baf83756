package io.huikuan.alert;

import io.huikuan.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What an alert says, in English words. Days are counted to the day on which it is read while it lives, and to the day as of which it was
 * raised once it is resolved.
 */
final class AlertTitle {

    private AlertTitle() {}

    /**
     * What the words are made of.
     *
     * @param causeDate the due date, the start of the cycle, the day the plan broke, the day of the report
     * @param causeKey of an impossible report: what is wrong with it, a blank, and the product
     * @param stake the money it is about; null for none
     * @param rate of a stock cycle, as a fraction; null otherwise
     * @param on the day to which days are counted
     */
    record Facts(
            AlertType type,
            String customerName,
            LocalDate causeDate,
            String causeKey,
            Money stake,
            BigDecimal rate,
            LocalDate on) {}

    static String of(Facts facts) {
        String what = switch (facts.type()) {
            case INSTALLMENT_DUE_SOON ->
                money(facts) + " is due on " + facts.causeDate() + dueIn(facts.causeDate(), facts.on());
            case INSTALLMENT_OVERDUE ->
                money(facts) + " was due on " + facts.causeDate() + ", "
                        + days(ChronoUnit.DAYS.between(facts.causeDate(), facts.on())) + " overdue";
            case SELL_THROUGH_REACHED ->
                percent(facts.rate()) + " of the stock since " + facts.causeDate() + " is sold: collect and refill";
            case PLAN_BROKEN -> "payment plan broken on " + facts.causeDate() + ", " + money(facts) + " still open";
            case DATA_QUALITY ->
                "the report of " + product(facts.causeKey()) + " for " + facts.causeDate() + " cannot be true: "
                        + finding(facts.causeKey());
        };
        return facts.customerName() + ": " + what;
    }

    private static String money(Facts facts) {
        return facts.stake().amount().stringValueForSerialization() + " "
                + facts.stake().currency();
    }

    private static String dueIn(LocalDate due, LocalDate on) {
        long days = ChronoUnit.DAYS.between(on, due);
        if (days < 0) {
            return "";
        }
        return days == 0 ? ", today" : ", in " + days(days);
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2)
                        .setScale(2, RoundingMode.DOWN)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    private static String product(String key) {
        return key.substring(key.indexOf(' ') + 1);
    }

    private static String finding(String key) {
        return switch (key.substring(0, key.indexOf(' '))) {
            case "SOLD_BEYOND_STOCK" -> "more was sold than was in stock";
            case "COUNT_ROSE" -> "the stock rose without a delivery";
            case "COUNT_BEYOND_AVAILABLE" -> "more was counted than there ever was";
            case "RETURN_BEYOND_STOCK" -> "more went back than was in stock";
            default -> "it does not fit the other reports";
        };
    }
}
