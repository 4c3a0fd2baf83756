package io.huikuan.statement.domain;

import io.huikuan.statement.StatementLineKind;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The words of a statement in one language.
 *
 * @param balanceNote what the balance is, in a sentence
 * @param kinds what each kind of line is called
 */
public record StatementWords(
        String title,
        String customer,
        String period,
        String currency,
        String date,
        String entry,
        String number,
        String reference,
        String dueDate,
        String charge,
        String credit,
        String balance,
        String opening,
        String closing,
        String total,
        String outstanding,
        String unapplied,
        String due,
        String daysPastDue,
        String nothing,
        String balanceNote,
        Map<StatementLineKind, String> kinds) {

    public StatementWords {
        kinds = Map.copyOf(kinds);
    }

    /** What a kind of line is called. */
    public String kind(StatementLineKind kind) {
        return kinds.get(kind);
    }

    static StatementWords english() {
        return new StatementWords(
                "Statement of account",
                "Customer",
                "Period",
                "Currency",
                "Date",
                "Entry",
                "Number",
                "Reference",
                "Due date",
                "Charge",
                "Credit",
                "Balance",
                "Opening balance",
                "Closing balance",
                "Total of the period",
                "Outstanding documents",
                "Money received, not allocated yet",
                "What is due when",
                "Days past due",
                "Nothing was open and nothing moved in this period.",
                "The balance is what is outstanding less the money received that is not allocated yet.",
                kinds(
                        "Invoice",
                        "Debit note",
                        "Fee",
                        "Opening document",
                        "Consignment",
                        "Credit note",
                        "Payment",
                        "Payment reversed",
                        "Refund",
                        "Adjustment"));
    }

    static StatementWords chinese() {
        return new StatementWords(
                "对账单",
                "客户",
                "期间",
                "币种",
                "日期",
                "摘要",
                "单号",
                "参考号",
                "到期日",
                "应收增加",
                "应收减少",
                "余额",
                "期初余额",
                "期末余额",
                "本期合计",
                "未结清单据",
                "已收未核销款",
                "到期明细",
                "逾期天数",
                "本期无余额、无发生额。",
                "余额 = 未结清单据 − 已收未核销款。",
                kinds("发票", "借项通知单", "费用", "期初单据", "代销结算", "贷项通知单", "回款", "回款冲销", "退款", "调整"));
    }

    /** In the order of the kinds. */
    private static Map<StatementLineKind, String> kinds(String... words) {
        Map<StatementLineKind, String> kinds = new EnumMap<>(StatementLineKind.class);
        Iterator<String> next = List.of(words).iterator();
        for (StatementLineKind kind : StatementLineKind.values()) {
            kinds.put(kind, next.next());
        }
        return kinds;
    }
}
