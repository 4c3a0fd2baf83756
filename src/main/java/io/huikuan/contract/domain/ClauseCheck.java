package io.huikuan.contract.domain;

import static io.huikuan.contract.ContractFindingKind.DEPARTMENT_SEAL;
import static io.huikuan.contract.ContractFindingKind.DUE_NOT_FIXED;
import static io.huikuan.contract.ContractFindingKind.DUE_WHEN_SOLD;
import static io.huikuan.contract.ContractFindingKind.DUE_WITHOUT_LAST_DAY;
import static io.huikuan.contract.ContractFindingKind.EXPIRED;
import static io.huikuan.contract.ContractFindingKind.LONG_TERMS;
import static io.huikuan.contract.ContractFindingKind.NOT_SIGNED;
import static io.huikuan.contract.ContractFindingKind.NOT_WRITTEN;
import static io.huikuan.contract.ContractFindingKind.NO_LATE_FEE;
import static io.huikuan.contract.ContractFindingKind.NO_METHOD;
import static io.huikuan.contract.ContractFindingKind.NO_SEAL;
import static io.huikuan.contract.ContractFindingKind.PERSONAL_SEAL;

import io.huikuan.contract.ContractDue;
import io.huikuan.contract.ContractFinding;
import io.huikuan.contract.ContractFindingKind;
import io.huikuan.contract.ContractForm;
import io.huikuan.contract.ContractPolicy;
import io.huikuan.contract.PaymentClause;
import io.huikuan.kernel.money.Currencies;
import io.huikuan.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what is wrong with a payment clause (rule 35), and reckons what it may cost. What endangers the claim costs what is lost of one that has become so old as
 * a quarrel takes, by {@link RecoveryCurve}; what only invites delay costs the interest of that delay, simple, by the policy. Costs of several findings are not
 * added up: the same money cannot be lost twice.
 */
public final class ClauseCheck {

    private static final int A_LAWSUIT = 365;
    private static final int A_QUARREL = 180;
    private static final int A_DRAFT = 180;

    /** Until when a claim that is paid as usual is whole. */
    private static final int USUAL_AGE = 60;

    private static final BigDecimal YEAR = BigDecimal.valueOf(365);

    private final PaymentClause clause;
    private final ContractPolicy policy;

    private ClauseCheck(PaymentClause clause, ContractPolicy policy) {
        this.clause = clause;
        this.policy = policy;
    }

    /** What of the clause itself is wrong, whatever day it is and whoever asks; LONG_TERMS, which a policy decides, is not in it. */
    public static Set<ContractFindingKind> flaws(PaymentClause clause) {
        Set<ContractFindingKind> flaws = EnumSet.noneOf(ContractFindingKind.class);
        if (clause.form() == ContractForm.ORAL || clause.form() == ContractForm.MESSAGES) {
            flaws.add(NOT_WRITTEN);
        }
        switch (clause.seal()) {
            case NONE -> flaws.add(NO_SEAL);
            case PERSONAL -> flaws.add(PERSONAL_SEAL);
            case DEPARTMENT_SEAL -> flaws.add(DEPARTMENT_SEAL);
            case CONTRACT_SEAL, COMPANY_SEAL -> {}
        }
        switch (clause.due()) {
            case WHEN_SOLD -> flaws.add(DUE_WHEN_SOLD);
            case AFTER_PERIOD -> flaws.add(DUE_WITHOUT_LAST_DAY);
            case ON_DEMAND, NOT_SAID -> flaws.add(DUE_NOT_FIXED);
            case FIXED_DATE, DAYS_AFTER_DELIVERY -> {}
        }
        if (clause.lateFeeRate() == null && clause.lateFeeAmount() == null) {
            flaws.add(NO_LATE_FEE);
        }
        if (clause.method() == null) {
            flaws.add(NO_METHOD);
        }
        return flaws;
    }

    /** What is wrong with a clause that is still to be signed, the worst first. */
    public static List<ContractFinding> beforeSigning(PaymentClause clause, ContractPolicy policy) {
        ClauseCheck check = new ClauseCheck(clause, policy);
        return check.findings(check.withTerms(flaws(clause)));
    }

    /**
     * What is wrong with a contract on a day, the worst first.
     *
     * @param signedOn null: it is not signed
     * @param validUntil null: it has no last day
     */
    public static List<ContractFinding> of(
            PaymentClause clause, ContractPolicy policy, LocalDate signedOn, LocalDate validUntil, LocalDate asOf) {
        ClauseCheck check = new ClauseCheck(clause, policy);
        Set<ContractFindingKind> kinds = check.withTerms(flaws(clause));
        if (signedOn == null || signedOn.isAfter(asOf)) {
            kinds.add(NOT_SIGNED);
        }
        if (validUntil != null && validUntil.isBefore(asOf)) {
            kinds.add(EXPIRED);
        }
        return check.findings(kinds);
    }

    private Set<ContractFindingKind> withTerms(Set<ContractFindingKind> flaws) {
        if (clause.due() == ContractDue.DAYS_AFTER_DELIVERY
                && clause.dueDays() != null
                && clause.dueDays() > policy.longestDays()) {
            flaws.add(LONG_TERMS);
        }
        return flaws;
    }

    private List<ContractFinding> findings(Set<ContractFindingKind> kinds) {
        return kinds.stream()
                .map(this::finding)
                .sorted(Comparator.comparing(ContractFinding::severity).reversed())
                .toList();
    }

    private ContractFinding finding(ContractFindingKind kind) {
        return switch (kind) {
            case NOT_WRITTEN, NOT_SIGNED, NO_SEAL, PERSONAL_SEAL -> lost(kind, A_LAWSUIT);
            case DEPARTMENT_SEAL, DUE_WHEN_SOLD -> lost(kind, A_QUARREL);
            case DUE_WITHOUT_LAST_DAY, DUE_NOT_FIXED -> lost(kind, USUAL_AGE + policy.lateDays());
            case LONG_TERMS -> interest(kind, clause.dueDays() - policy.longestDays());
            case NO_LATE_FEE -> interest(kind, policy.lateDays());
            case NO_METHOD -> interest(kind, A_DRAFT);
            case EXPIRED -> FindingWords.of(kind);
        };
    }

    private ContractFinding lost(ContractFindingKind kind, int days) {
        BigDecimal loss = RecoveryCurve.lossAfter(days);
        return costing(
                FindingWords.of(kind),
                loss,
                "What is usually lost of a claim that is " + days + " days old: " + percent(loss) + ".");
    }

    private ContractFinding interest(ContractFindingKind kind, int days) {
        BigDecimal rate = policy.capitalRate().value();
        return costing(
                FindingWords.of(kind),
                rate.multiply(BigDecimal.valueOf(days)).divide(YEAR, 10, RoundingMode.HALF_UP),
                "Interest of " + percent(rate) + " a year for " + days + " days.");
    }

    /** The finding with what it costs, where the clause names an amount. */
    private ContractFinding costing(ContractFinding finding, BigDecimal part, String assumption) {
        Money amount = clause.amount();
        return amount == null
                ? finding
                : new ContractFinding(
                        finding.kind(),
                        finding.severity(),
                        finding.reason(),
                        finding.remedy(),
                        share(amount, part),
                        assumption);
    }

    private static Money share(Money amount, BigDecimal part) {
        int digits = Currencies.minorUnitsOf(amount.currency());
        return Money.of(amount.value().multiply(part).setScale(digits, RoundingMode.HALF_UP), amount.currency());
    }

    private static String percent(BigDecimal part) {
        return part.movePointRight(2)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }
}
