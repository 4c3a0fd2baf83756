package io.huikuan.debtorclass.domain;

import io.huikuan.debtorclass.ClassPolicy;
import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.debtorclass.DebtorEvidence;
import io.huikuan.kernel.money.Decimal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Proposes a class of debtor from the evidence (rule 24). The first that fits is proposed:
 *
 * <ol>
 *   <li>CONDITIONAL: it paid for concessions more than once, and much of its money came only then (rule 33).
 *   <li>DISPUTING: much of what is overdue is disputed, and its disputes are not pretexts.
 *   <li>EVASIVE: long overdue, sells the goods, says nothing of hardship, and refuses, hides, breaks its word or uses disputes as pretexts.
 *   <li>CASH_SHORT: overdue or late, does not sell the goods or says that it cannot pay or asks for a plan, and nothing shows that it could.
 *   <li>SLOW: overdue or late, or its word is not kept.
 *   <li>GOOD.
 * </ol>
 */
public final class ClassJudge {

    private final DebtorEvidence evidence;
    private final ClassPolicy policy;
    private final EvidenceWords words;

    private ClassJudge(DebtorEvidence evidence, ClassPolicy policy) {
        this.evidence = evidence;
        this.policy = policy;
        this.words = new EvidenceWords(evidence);
    }

    /** What the evidence proposes by the policy. */
    public static Judged judge(DebtorEvidence evidence, ClassPolicy policy) {
        return new ClassJudge(evidence, policy).judged();
    }

    private Judged judged() {
        if (isConditional()) {
            return new Judged(DebtorClass.CONDITIONAL, List.of(words.concessions()));
        }
        if (isDisputing()) {
            return new Judged(DebtorClass.DISPUTING, List.of(words.disputed(), words.disputes()));
        }
        if (isEvasive()) {
            return new Judged(DebtorClass.EVASIVE, becauseUnwilling());
        }
        if (isShort()) {
            return new Judged(DebtorClass.CASH_SHORT, becauseShort());
        }
        List<String> slow = becauseSlow();
        return slow.isEmpty()
                ? new Judged(DebtorClass.GOOD, List.of(words.lateness(), words.overdue(), words.promises()))
                : new Judged(DebtorClass.SLOW, slow);
    }

    private boolean isConditional() {
        return evidence.paidConcessions() >= policy.paidConcessions()
                && reaches(evidence.paymentsInWindow(), evidence.payments(), policy.conditionalShare());
    }

    private boolean isDisputing() {
        return evidence.overdue() != null
                && reaches(evidence.disputed().value(), evidence.overdue().value(), policy.disputedShare())
                && !usesPretexts();
    }

    private boolean isEvasive() {
        return evidence.daysOverdue() >= policy.evasiveDays()
                && isAble()
                && evidence.hardship() == 0
                && (turnsAway() || breaksItsWord() || usesPretexts());
    }

    private List<String> becauseUnwilling() {
        List<String> because = new ArrayList<>(List.of(words.overdue(), words.stock()));
        addIf(because, turnsAway(), words.contacts());
        addIf(because, breaksItsWord(), words.promises());
        addIf(because, usesPretexts(), words.disputes());
        return because;
    }

    private boolean isShort() {
        return isLate() && !isAble() && (sellsLittle() || evidence.hardship() > 0 || evidence.plansAsked() > 0);
    }

    private List<String> becauseShort() {
        List<String> because = becauseLate();
        addIf(because, sellsLittle(), words.stock());
        addIf(because, evidence.hardship() > 0, words.contacts());
        addIf(because, evidence.plansAsked() > 0, words.plans());
        return because;
    }

    private List<String> becauseSlow() {
        List<String> because = becauseLate();
        addIf(because, breaksItsWord(), words.promises());
        return because;
    }

    private List<String> becauseLate() {
        List<String> because = new ArrayList<>();
        addIf(because, isOverdue(), words.overdue());
        addIf(because, paysLate(), words.lateness());
        return because;
    }

    private static void addIf(List<String> because, boolean holds, String sentence) {
        if (holds) {
            because.add(sentence);
        }
    }

    private boolean isLate() {
        return isOverdue() || paysLate();
    }

    private boolean isOverdue() {
        return evidence.daysOverdue() >= policy.slowDays();
    }

    private boolean paysLate() {
        return evidence.settled() >= policy.fewestCases() && evidence.medianDaysLate() >= policy.slowDays();
    }

    private boolean breaksItsWord() {
        return evidence.promisesMatured() >= policy.fewestCases()
                && (reaches(evidence.promisesUnkept(), evidence.promisesMatured(), policy.unkeptShare())
                        || evidence.unkeptByAmount().compareTo(policy.unkeptShare()) >= 0);
    }

    private boolean usesPretexts() {
        return evidence.disputesDecided() >= policy.fewestCases()
                && reaches(evidence.disputesRejected(), evidence.disputesDecided(), policy.rejectedShare());
    }

    private boolean turnsAway() {
        return evidence.refused() + evidence.unanswered() >= policy.refusals();
    }

    private boolean isAble() {
        return evidence.sellThrough() != null && evidence.sellThrough().compareTo(policy.ableRate()) >= 0;
    }

    private boolean sellsLittle() {
        return evidence.sellThrough() != null && evidence.sellThrough().compareTo(policy.shortRate()) < 0;
    }

    private static boolean reaches(int part, int whole, Decimal share) {
        return reaches(BigDecimal.valueOf(part), BigDecimal.valueOf(whole), share);
    }

    /** Whether part ÷ whole is the share or more; of nothing nothing is a share. */
    private static boolean reaches(BigDecimal part, BigDecimal whole, Decimal share) {
        return whole.signum() > 0 && part.compareTo(whole.multiply(share.value())) >= 0;
    }
}
