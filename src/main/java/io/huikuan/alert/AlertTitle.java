package io.huikuan.alert;

import io.huikuan.alert.data.AlertReads.AlertRow;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.text.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What an alert says. Days are counted to the day on which it is read while it lives, and to the day as of which it was
 * raised once it is resolved.
 */
final class AlertTitle {

    private AlertTitle() {}

    /**
     * What the words are made of.
     *
     * @param causeDate the due date, the start of the cycle, the day the plan broke, the day of the report, the day promised, the day money was received, the deadline, the day by which a step is to be paid for, the last day of a warning
     * @param causeKey of a shortfall: the payment's number; of a dispute: its number; of a concession: the number of the step; of an escalation: the stage of which the customer was warned; of an impossible report: what is wrong with it, a blank, and the product
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
            LocalDate on) {

        /** Those of the alert. */
        static Facts of(AlertRow row, LocalDate on) {
            return new Facts(
                    row.type(), row.customerName(), row.causeDate(), row.causeKey(), row.stake(), row.rate(), on);
        }

        /** The same about another amount in its currency. */
        Facts over(BigDecimal amount) {
            return new Facts(type, customerName, causeDate, causeKey, Money.of(amount, stake.currency()), rate, on);
        }

        private String money() {
            return stake.amount().stringValueForSerialization() + " " + stake.currency();
        }

        private String percent() {
            return rate.movePointRight(2)
                            .setScale(2, RoundingMode.DOWN)
                            .stripTrailingZeros()
                            .toPlainString()
                    + " %";
        }

        /** From the cause to the day of reading. */
        private long days() {
            return ChronoUnit.DAYS.between(causeDate, on);
        }

        private String product() {
            return causeKey.substring(causeKey.indexOf(' ') + 1);
        }

        private String finding() {
            return causeKey.substring(0, causeKey.indexOf(' '));
        }
    }

    static String of(Facts facts, Language language) {
        return switch (language) {
            case EN -> facts.customerName() + ": " + english(facts);
            case ZH_CN -> facts.customerName() + "：" + chinese(facts);
        };
    }

    private static String english(Facts facts) {
        return switch (facts.type()) {
            case INSTALLMENT_DUE_SOON ->
                facts.money() + " is due on " + facts.causeDate() + englishDueIn(-facts.days());
            case INSTALLMENT_OVERDUE ->
                facts.money() + " was due on " + facts.causeDate() + ", " + englishDays(facts.days()) + " overdue";
            case SELL_THROUGH_REACHED ->
                facts.percent() + " of the stock since " + facts.causeDate() + " is sold: collect and refill";
            case PLAN_BROKEN -> "payment plan broken on " + facts.causeDate() + ", " + facts.money() + " still open";
            case DATA_QUALITY ->
                "the report of " + facts.product() + " for " + facts.causeDate() + " cannot be true: "
                        + englishFinding(facts.finding());
            case PROMISE_DUE -> facts.money() + " of a promise for " + facts.causeDate() + " is not paid yet";
            case PROMISE_BROKEN ->
                "the promise for " + facts.causeDate() + " was not kept, " + facts.money() + " is missing";
            case PAYMENT_SHORTFALL ->
                "payment " + facts.causeKey() + " of " + facts.causeDate() + " falls short, " + facts.money()
                        + " is missing";
            case DISPUTE_DUE ->
                "dispute " + facts.causeKey() + " over " + facts.money() + " was to be decided by " + facts.causeDate();
            case CONCESSION_DUE ->
                "step " + facts.causeKey() + " of a concession is to be paid for by " + facts.causeDate() + ", "
                        + facts.money() + " is missing";
            case CONCESSION_UNPAID ->
                "step " + facts.causeKey() + " of a concession was given, but the payment went back, " + facts.money()
                        + " is missing";
            case STRATEGY_STEP -> facts.money() + " is to be collected, the oldest of it due on " + facts.causeDate();
            case ESCALATION_DUE ->
                "the warning until " + facts.causeDate() + " was not heeded, propose " + englishStage(facts.causeKey());
        };
    }

    private static String englishDueIn(long days) {
        if (days < 0) {
            return "";
        }
        return days == 0 ? ", today" : ", in " + englishDays(days);
    }

    private static String englishDays(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String englishFinding(String finding) {
        return switch (finding) {
            case "SOLD_BEYOND_STOCK" -> "more was sold than was in stock";
            case "COUNT_ROSE" -> "the stock rose without a delivery";
            case "COUNT_BEYOND_AVAILABLE" -> "more was counted than there ever was";
            case "RETURN_BEYOND_STOCK" -> "more went back than was in stock";
            default -> "it does not fit the other reports";
        };
    }

    private static String chinese(Facts facts) {
        return switch (facts.type()) {
            case INSTALLMENT_DUE_SOON ->
                facts.money() + " 将于 " + facts.causeDate() + " 到期" + chineseDueIn(-facts.days());
            case INSTALLMENT_OVERDUE -> facts.money() + " 应于 " + facts.causeDate() + " 付款，已逾期 " + facts.days() + " 天";
            case SELL_THROUGH_REACHED -> "自 " + facts.causeDate() + " 起的库存动销率已达 " + facts.percent() + "，宜催收回款并补货";
            case PLAN_BROKEN -> "回款计划于 " + facts.causeDate() + " 违约，尚欠 " + facts.money();
            case DATA_QUALITY ->
                facts.product() + " 在 " + facts.causeDate() + " 的上报数据不可能成立：" + chineseFinding(facts.finding());
            case PROMISE_DUE -> "承诺于 " + facts.causeDate() + " 付款，尚有 " + facts.money() + " 未付";
            case PROMISE_BROKEN -> "未兑现 " + facts.causeDate() + " 的付款承诺，尚缺 " + facts.money();
            case PAYMENT_SHORTFALL -> facts.causeDate() + " 的回款 " + facts.causeKey() + " 低于约定，尚缺 " + facts.money();
            case DISPUTE_DUE -> "争议 " + facts.causeKey() + "（" + facts.money() + "）应于 " + facts.causeDate() + " 前处理";
            case CONCESSION_DUE ->
                "政策支持第 " + facts.causeKey() + " 步的付款期限为 " + facts.causeDate() + "，尚缺 " + facts.money();
            case CONCESSION_UNPAID -> "政策支持第 " + facts.causeKey() + " 步已兑现，但对应回款被退回，尚缺 " + facts.money();
            case STRATEGY_STEP -> facts.money() + " 待催收，最早到期日 " + facts.causeDate();
            case ESCALATION_DUE -> "催款期限 " + facts.causeDate() + " 已过仍未付款，宜提请" + chineseStage(facts.causeKey());
        };
    }

    private static String chineseDueIn(long days) {
        if (days < 0) {
            return "";
        }
        return days == 0 ? "（今天）" : "（还有 " + days + " 天）";
    }

    private static String englishStage(String stage) {
        return switch (stage) {
            case "FIRM" -> "a firm notice";
            case "FINAL_NOTICE" -> "the final notice";
            case "AGENCY" -> "the hand-over to an agency";
            default -> "the hand-over to a lawyer";
        };
    }

    private static String chineseStage(String stage) {
        return switch (stage) {
            case "FIRM" -> "发送逾期通知";
            case "FINAL_NOTICE" -> "发送最后通知";
            case "AGENCY" -> "移交催收机构";
            default -> "移交律师";
        };
    }

    private static String chineseFinding(String finding) {
        return switch (finding) {
            case "SOLD_BEYOND_STOCK" -> "售出数量超过库存";
            case "COUNT_ROSE" -> "没有进货，库存却增加了";
            case "COUNT_BEYOND_AVAILABLE" -> "盘点数量超过可供数量";
            case "RETURN_BEYOND_STOCK" -> "退货数量超过库存";
            default -> "与其他上报数据不符";
        };
    }
}
