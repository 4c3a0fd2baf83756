package io.huikuan.contact;

import io.huikuan.contact.data.ExceptionReads;
import io.huikuan.contact.data.ExceptionReads.Days;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/** Answers who contacted customers outside of the guard rails, and why. */
@ApplicationScoped
@Transactional
public class ContactExceptions {

    private static final int DAYS = 30;

    private final ExceptionReads reads;
    private final BusinessDates dates;

    ContactExceptions(ExceptionReads reads, BusinessDates dates) {
        this.reads = reads;
        this.dates = dates;
    }

    /** A page of contacts that we made outside of the guard rails, the newest first. */
    public Page<ContactRecord> page(ContactExceptionFilter filter, Paging paging) {
        return reads.page(filter, paging);
    }

    /** A page of those who entered contacts that we made in the days, by their names; null: the 30 days up to the business date. */
    public Page<ContactConduct> conduct(LocalDate fromOrNull, LocalDate toOrNull, Paging paging) {
        LocalDate to = toOrNull == null ? dates.today() : toOrNull;
        LocalDate from = fromOrNull == null ? to.minusDays(DAYS - 1L) : fromOrNull;
        if (from.isAfter(to)) {
            throw new Problem(ErrorCode.DATE_ORDER, "from must not be after to.");
        }
        return reads.conduct(new Days(from, to), paging);
    }
}
