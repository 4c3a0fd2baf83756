package io.huikuan.debtorclass;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.money.Decimal;

/** What a policy may say. */
final class PolicyRules {

    private static final int MOST_CASES = 100;
    private static final int YEAR = 365;

    private PolicyRules() {}

    /** The policy that follows; null when something was refused. */
    static ClassPolicy next(Refusals refusals, ChangeClassPolicy wish) {
        refusals.between("reviewDays", wish.reviewDays(), 1, 2 * YEAR);
        refusals.between("fewestCases", wish.fewestCases(), 1, MOST_CASES);
        refusals.between("slowDays", wish.slowDays(), 1, YEAR);
        refusals.between("paidConcessions", wish.paidConcessions(), 1, MOST_CASES);
        refusals.between("evasiveDays", wish.evasiveDays(), 1, YEAR);
        refusals.between("refusals", wish.refusals(), 1, MOST_CASES);
        refusals.fraction("unkeptShare", wish.unkeptShare());
        refusals.fraction("conditionalShare", wish.conditionalShare());
        refusals.fraction("disputedShare", wish.disputedShare());
        refusals.fraction("rejectedShare", wish.rejectedShare());
        Decimal able = refusals.fraction("ableRate", wish.ableRate());
        Decimal scarce = refusals.fraction("shortRate", wish.shortRate());
        refusals.unless(
                able == null || scarce == null || scarce.compareTo(able) <= 0,
                ErrorCode.INVALID_VALUE,
                "shortRate",
                "It must not be above ableRate.");
        return refusals.any() ? null : policy(wish);
    }

    private static ClassPolicy policy(ChangeClassPolicy wish) {
        return new ClassPolicy(
                wish.version() + 1,
                wish.reviewDays(),
                wish.fewestCases(),
                wish.slowDays(),
                wish.unkeptShare(),
                wish.paidConcessions(),
                wish.conditionalShare(),
                wish.disputedShare(),
                wish.rejectedShare(),
                wish.evasiveDays(),
                wish.refusals(),
                wish.ableRate(),
                wish.shortRate());
    }
}
