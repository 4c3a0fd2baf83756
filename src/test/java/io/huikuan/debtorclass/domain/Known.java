package io.huikuan.debtorclass.domain;

import io.huikuan.debtorclass.DebtorEvidence;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import java.math.BigDecimal;

/** Evidence in tests: nothing is known of a customer but what is said. */
final class Known {

    private int settled;
    private Integer late;
    private int matured;
    private int unkept;
    private String unkeptByAmount;
    private int payments;
    private int inside;
    private int concessions;
    private int overdueDays;
    private String overdue;
    private String disputed;
    private int decided;
    private int rejected;
    private int contacts;
    private int refused;
    private int unanswered;
    private int hardship;
    private int plans;
    private String sold;

    Known settled(int number, int medianDaysLate) {
        settled = number;
        late = medianDaysLate;
        return this;
    }

    Known promises(int number, int notKept, String notPaid) {
        matured = number;
        unkept = notKept;
        unkeptByAmount = notPaid;
        return this;
    }

    Known payments(int number, int within, int ofConcessions) {
        payments = number;
        inside = within;
        concessions = ofConcessions;
        return this;
    }

    Known overdue(int days, String amount, String ofWhichDisputed) {
        overdueDays = days;
        overdue = amount;
        disputed = ofWhichDisputed;
        return this;
    }

    Known disputes(int number, int notAccepted) {
        decided = number;
        rejected = notAccepted;
        return this;
    }

    Known contacts(int refusals, int withoutAnswer, int hard) {
        contacts = refusals + withoutAnswer + hard;
        refused = refusals;
        unanswered = withoutAnswer;
        hardship = hard;
        return this;
    }

    Known plans(int number) {
        plans = number;
        return this;
    }

    Known sold(String rate) {
        sold = rate;
        return this;
    }

    DebtorEvidence evidence() {
        return new DebtorEvidence(
                settled,
                late,
                matured,
                unkept,
                decimal(unkeptByAmount),
                payments,
                inside,
                concessions,
                overdueDays,
                money(overdue),
                money(disputed),
                decided,
                rejected,
                contacts,
                refused,
                unanswered,
                hardship,
                plans,
                decimal(sold));
    }

    private static Decimal decimal(String text) {
        return text == null ? null : new Decimal(text);
    }

    private static Money money(String amount) {
        return amount == null ? null : Money.of(new BigDecimal(amount), "CNY");
    }
}
