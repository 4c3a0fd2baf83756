package io.huikuan.contract;

import io.huikuan.contract.data.ContractStore.Agreed;
import io.huikuan.contract.domain.ClauseCheck;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.money.Decimal;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What the facts of a contract may be; what is unwise is a finding and no refusal. */
final class ContractRules {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_WORDING = 1000;
    private static final int TEN_YEARS = 3650;

    private final Refusals refusals;
    private final LocalDate today;

    ContractRules(Refusals refusals, LocalDate today) {
        this.refusals = refusals;
        this.today = today;
    }

    /** What is agreed; null when something was refused. */
    Agreed agreed(String title, PaymentClauseWish wish, LocalDate signedOn, LocalDate validFrom, LocalDate validUntil) {
        String line = refusals.optional("title", title, LONGEST_TITLE);
        PaymentClause clause = clause(wish, "clause.");
        refusals.unless(
                signedOn == null || !signedOn.isAfter(today),
                ErrorCode.DATE_IN_FUTURE,
                "signedOn",
                "It cannot be signed after the business date.");
        refusals.unless(
                validUntil == null || !validUntil.isBefore(validFrom),
                ErrorCode.DATE_ORDER,
                "validUntil",
                "The contract ends before it begins.");
        return refusals.any()
                ? null
                : new Agreed(line, clause, signedOn, validFrom, validUntil, ClauseCheck.flaws(clause));
    }

    /** The clause; to be used only when nothing was refused. */
    PaymentClause clause(PaymentClauseWish wish, String path) {
        checkDue(wish, path);
        return new PaymentClause(
                wish.form(),
                wish.seal(),
                wish.due(),
                wish.dueDate(),
                refusals.between(path + "dueDays", wish.dueDays(), 0, TEN_YEARS),
                refusals.optionalProse(path + "dueWording", wish.dueWording(), LONGEST_WORDING),
                rate(path + "lateFeeRate", wish.lateFeeRate()),
                refusals.positive(path + "lateFeeAmount", wish.lateFeeAmount()),
                wish.method(),
                refusals.positive(path + "amount", wish.amount()));
    }

    private void checkDue(PaymentClauseWish wish, String path) {
        refusals.unless(
                (wish.due() == ContractDue.FIXED_DATE) == (wish.dueDate() != null),
                wish.dueDate() == null ? ErrorCode.REQUIRED : ErrorCode.INVALID_VALUE,
                path + "dueDate",
                "The day goes with FIXED_DATE, and with nothing else.");
        refusals.unless(
                (wish.due() == ContractDue.DAYS_AFTER_DELIVERY) == (wish.dueDays() != null),
                wish.dueDays() == null ? ErrorCode.REQUIRED : ErrorCode.INVALID_VALUE,
                path + "dueDays",
                "The number of days goes with DAYS_AFTER_DELIVERY, and with nothing else.");
    }

    private Decimal rate(String path, Decimal rate) {
        refusals.unless(
                rate == null || (rate.signum() > 0 && rate.value().compareTo(BigDecimal.valueOf(2)) <= 0),
                ErrorCode.INVALID_VALUE,
                path,
                "A rate is more than 0 and at most 2.");
        return rate;
    }
}
