package io.huikuan.concession;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What may be offered and granted: steps in one currency, one after the other. */
final class ConcessionTerms {

    private static final int MOST = 12;
    private static final int LONGEST = 500;
    private static final int MOST_DAYS_AHEAD = 366;

    private final Refusals refusals;
    private final LocalDate today;

    ConcessionTerms(Refusals refusals, LocalDate today) {
        this.refusals = refusals;
        this.today = today;
    }

    /** The terms that the wishes name; to be used only when nothing was refused. */
    List<ConcessionTerm> checked(List<ConcessionTermWish> wishes) {
        refusals.unless(
                !wishes.isEmpty() && wishes.size() <= MOST,
                ErrorCode.INVALID_VALUE,
                "terms",
                "There are 1 to " + MOST + " steps.");
        List<ConcessionTerm> terms = new ArrayList<>();
        for (int i = 0; i < Math.min(wishes.size(), MOST); i++) {
            terms.add(term(wishes.get(i), "terms." + i + "."));
        }
        follow(wishes);
        checkCurrency(terms);
        return terms;
    }

    private ConcessionTerm term(ConcessionTermWish wish, String path) {
        String gives = refusals.optionalProse(path + "gives", wish.gives(), LONGEST);
        Money worth = refusals.positive(path + "worth", wish.worth());
        refusals.unless(
                (wish.gives() != null && !wish.gives().isBlank()) || wish.worth() != null,
                ErrorCode.REQUIRED,
                path + "gives",
                "Say what is given, in words or as what it is worth.");
        checkDay(path + "payBy", wish.payBy());
        return new ConcessionTerm(
                wish.kind(), gives, worth, refusals.positive(path + "amount", wish.amount()), wish.payBy());
    }

    /** The days of what was offered before, when it is granted now. */
    void stillAhead(List<ConcessionTerm> offered) {
        offered.forEach(term -> checkDay("terms", term.payBy()));
    }

    private void checkDay(String path, LocalDate payBy) {
        refusals.unless(
                !payBy.isBefore(today),
                ErrorCode.DATE_IN_PAST,
                path,
                "The day is the business date, " + today + ", at the earliest.");
        refusals.unless(
                !payBy.isAfter(today.plusDays(MOST_DAYS_AHEAD)),
                ErrorCode.INVALID_VALUE,
                path,
                "The day is at most " + MOST_DAYS_AHEAD + " days ahead.");
    }

    private void follow(List<ConcessionTermWish> wishes) {
        for (int i = 1; i < wishes.size(); i++) {
            refusals.unless(
                    !wishes.get(i).payBy().isBefore(wishes.get(i - 1).payBy()),
                    ErrorCode.DATE_ORDER,
                    "terms." + i + ".payBy",
                    "It is before that of the step before it.");
        }
    }

    private void checkCurrency(List<ConcessionTerm> terms) {
        refusals.unless(
                terms.stream()
                                .map(ConcessionTerm::amount)
                                .filter(Objects::nonNull)
                                .map(Money::currency)
                                .distinct()
                                .count()
                        <= 1,
                ErrorCode.CURRENCY_MISMATCH,
                "terms",
                "All payments are in one currency.");
    }
}
