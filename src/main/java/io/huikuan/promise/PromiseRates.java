package io.huikuan.promise;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.promise.data.RateReads;
import io.huikuan.promise.data.RateReads.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Answers how well promises were kept, always with the denominators. */
@ApplicationScoped
@Transactional
public class PromiseRates {

    private static final int DAYS = 365;

    private final RateReads reads;
    private final BusinessDates dates;

    PromiseRates(RateReads reads, BusinessDates dates) {
        this.reads = reads;
        this.dates = dates;
    }

    /** How each of the customers kept its promises over the last 365 days, a row for each currency. */
    public Map<UUID, List<PromiseRate>> ofCustomers(Collection<UUID> customers) {
        return reads.ofCustomers(customers, span(null, null));
    }

    /** How the promises were kept that each person agreed, over the days; null: the last 365 up to the business date. */
    public Page<RepPromiseRate> ofReps(LocalDate fromOrNull, LocalDate toOrNull, Paging paging) {
        return reads.ofReps(span(fromOrNull, toOrNull), paging);
    }

    private Span span(LocalDate fromOrNull, LocalDate toOrNull) {
        LocalDate to = toOrNull == null ? dates.today() : toOrNull;
        LocalDate from = fromOrNull == null ? to.minusDays(DAYS) : fromOrNull;
        if (from.isAfter(to)) {
            throw new Problem(ErrorCode.DATE_ORDER, "from must not be after to.");
        }
        return new Span(from, to);
    }
}
