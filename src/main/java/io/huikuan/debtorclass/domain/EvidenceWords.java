package io.huikuan.debtorclass.domain;

import io.huikuan.debtorclass.DebtorEvidence;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The evidence in words, each figure with what it is a part of. */
public final class EvidenceWords {

    private final DebtorEvidence evidence;

    /** The words for this evidence. */
    public EvidenceWords(DebtorEvidence evidence) {
        this.evidence = evidence;
    }

    /** All of it. */
    public List<String> all() {
        return List.of(
                lateness(), overdue(), promises(), concessions(), disputed(), disputes(), contacts(), plans(), stock());
    }

    String lateness() {
        return evidence.settled() == 0
                ? "No installment was settled in the last 365 days."
                : "The median of " + counted(evidence.settled(), "installment")
                        + " settled in the last 365 days was paid " + counted(evidence.medianDaysLate(), "day")
                        + " late.";
    }

    String overdue() {
        return evidence.daysOverdue() == 0
                ? "Nothing is overdue."
                : "The oldest open installment is " + counted(evidence.daysOverdue(), "day") + " overdue.";
    }

    String promises() {
        return evidence.promisesMatured() == 0
                ? "No promise to pay matured in the last 365 days."
                : evidence.promisesUnkept() + " of " + counted(evidence.promisesMatured(), "promise")
                        + " that matured in the last 365 days were not kept, "
                        + percent(evidence.unkeptByAmount().value()) + " of their amount.";
    }

    String concessions() {
        return evidence.payments() == 0
                ? "No payment came in the last 365 days."
                : evidence.paymentsInWindow() + " of " + counted(evidence.payments(), "payment")
                        + " of the last 365 days came only within the window of a concession ("
                        + percent(ratio(evidence.paymentsInWindow(), evidence.payments())) + "); "
                        + counted(evidence.paidConcessions(), "concession") + " paid for.";
    }

    String disputed() {
        return evidence.overdue() == null
                ? "Nothing that is overdue is disputed."
                : money(evidence.disputed()) + " of " + money(evidence.overdue()) + " overdue is disputed.";
    }

    String disputes() {
        return evidence.disputesDecided() == 0
                ? "No dispute was decided in the last 365 days."
                : evidence.disputesRejected() + " of " + counted(evidence.disputesDecided(), "dispute")
                        + " decided in the last 365 days were rejected.";
    }

    String contacts() {
        return evidence.contacts() == 0
                ? "There was no contact in the last 90 days."
                : "Of " + counted(evidence.contacts(), "contact") + " in the last 90 days, it refused in "
                        + evidence.refused() + ", nobody answered in " + evidence.unanswered()
                        + ", and it could not pay in " + evidence.hardship() + ".";
    }

    String plans() {
        return counted(evidence.plansAsked(), "payment plan") + " proposed in the last 90 days.";
    }

    String stock() {
        return evidence.sellThrough() == null
                ? "How much of its stock is sold is not known."
                : percent(evidence.sellThrough().value()) + " of its stock is sold in the current cycle.";
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static BigDecimal ratio(int part, int whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_EVEN);
    }

    private static String percent(BigDecimal share) {
        return Decimal.of(share.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN)) + " %";
    }

    private static String money(Money money) {
        return money.amount().stringValueForSerialization() + " " + money.currency();
    }
}
