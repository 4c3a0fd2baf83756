package io.huikuan.partner;

import java.util.Locale;

/** In which language a calendar's events read. */
public enum CalendarLanguage {
    EN("Installments of %s", "Due", "%s, installment %d of payment plan %s", "%s, installment %d"),
    ZH_CN("%s 应付款", "应付", "%s，回款计划 %3$s 第 %2$d 期", "%s，第 %d 期");

    private final String name;
    private final String due;
    private final String planned;
    private final String owed;

    CalendarLanguage(String name, String due, String planned, String owed) {
        this.name = name;
        this.due = due;
        this.planned = planned;
        this.owed = owed;
    }

    /** The one that a tag means; English where it means none of these. */
    public static CalendarLanguage of(String tagOrNull) {
        return tagOrNull != null
                        && Locale.forLanguageTag(tagOrNull).getLanguage().equals("zh")
                ? ZH_CN
                : EN;
    }

    String name(String customer) {
        return name.formatted(customer);
    }

    String summary(String amount, String number) {
        return due + " " + amount + " · " + number;
    }

    String description(InstallmentSummary installment, String amount) {
        return installment.planNumber() == null
                ? owed.formatted(amount, installment.sequence())
                : planned.formatted(amount, installment.sequence(), installment.planNumber());
    }
}
