package io.huikuan.credit;

import io.huikuan.credit.data.RuleStore.NewSetting;
import io.huikuan.credit.domain.RuleSettings;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.money.MoneyInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** What may be said of a rule, and of trial limits. */
final class CreditRuleChecks {

    private static final int LONGEST_REASON = 500;
    private static final int TEN_YEARS = 3650;
    private static final int MOST_INSTALLMENTS = 100;
    private static final BigDecimal MOST_SHARE = BigDecimal.TEN;

    private CreditRuleChecks() {}

    /** The setting for the customer, who may be null, or why there can be none. */
    static Outcome<NewSetting> check(SetCreditRule wish, UUID customer, LocalDate today) {
        Refusals refusals = new Refusals();
        checkOpen(refusals, "rule", wish.rule());
        refusals.unless(
                customer == null || wish.grade() == null,
                ErrorCode.EXACTLY_ONE,
                "grade",
                "A rule is said for a customer or for a grade, not for both.");
        Money amount = refusals.notNegative("amount", wish.amount());
        Integer days = refusals.between("days", wish.days(), 0, TEN_YEARS);
        String reason = refusals.required("reason", wish.reason(), LONGEST_REASON);
        checkShare(refusals, wish.share());
        checkNeeded(refusals, wish);
        refusals.unless(
                wish.validUntil() == null || !wish.validUntil().isBefore(today),
                ErrorCode.DATE_IN_PAST,
                "validUntil",
                "The last day is before the business date.");
        if (refusals.any()) {
            return refusals.outcome();
        }
        BigDecimal share = wish.share() == null ? null : wish.share().value();
        return Outcome.done(new NewSetting(
                wish.rule(), customer, wish.grade(), wish.mode(), amount, days, share, wish.validUntil(), reason));
    }

    /** Some rules are nobody's to change. */
    static void checkOpen(Refusals refusals, String path, CreditRule rule) {
        refusals.unless(RuleSettings.isOpen(rule), ErrorCode.INVALID_VALUE, path, rule + " always blocks.");
    }

    private static void checkShare(Refusals refusals, Decimal share) {
        refusals.unless(
                share == null || (share.signum() > 0 && share.value().compareTo(MOST_SHARE) <= 0),
                ErrorCode.INVALID_VALUE,
                "share",
                "It must be more than 0 and at most 10.");
    }

    private static void checkNeeded(Refusals refusals, SetCreditRule wish) {
        boolean blocks = wish.mode() == CreditRuleMode.BLOCK;
        boolean ofDays = wish.rule() == CreditRule.DAYS_OVERDUE || wish.rule() == CreditRule.LIMIT_EXPIRED;
        refusals.unless(
                !blocks || wish.rule() != CreditRule.OVERDUE_AMOUNT || wish.amount() != null,
                ErrorCode.REQUIRED,
                "amount",
                "Say how much may be overdue.");
        refusals.unless(
                !blocks || wish.rule() != CreditRule.DAYS_OVERDUE || wish.days() != null,
                ErrorCode.REQUIRED,
                "days",
                "Say for how many days something may be overdue.");
        notFor(refusals, "amount", wish.amount() != null && wish.rule() != CreditRule.OVERDUE_AMOUNT);
        notFor(refusals, "days", wish.days() != null && !ofDays);
        notFor(refusals, "share", wish.share() != null && wish.rule() != CreditRule.LIMIT_USED);
    }

    private static void notFor(Refusals refusals, String path, boolean given) {
        refusals.unless(!given, ErrorCode.INVALID_VALUE, path, "The rule has no such value.");
    }

    /** The trial limit, null when none is wished. */
    static TrialPolicy trial(Refusals refusals, TrialWish wish) {
        if (wish == null) {
            return null;
        }
        String path = "trial.";
        String currency = wish.amount().currency();
        Money amount = refusals.positive(path + "amount", wish.amount());
        Money step = refusals.positive(path + "step", new MoneyInput(wish.step(), currency));
        Money most = refusals.positive(path + "most", new MoneyInput(wish.most(), currency));
        Integer every = refusals.between(path + "every", wish.every(), 1, MOST_INSTALLMENTS);
        Integer days = refusals.between(path + "days", wish.days(), 1, TEN_YEARS);
        if (amount != null && most != null) {
            refusals.unless(
                    most.value().compareTo(amount.value()) >= 0,
                    ErrorCode.INVALID_VALUE,
                    path + "most",
                    "It is not below the amount.");
        }
        return refusals.any() ? null : new TrialPolicy(amount, new TrialGrowth(step, every, most), days);
    }
}
