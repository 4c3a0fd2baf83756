package io.huikuan.analytics;

import io.huikuan.analytics.data.AgingReads;
import io.huikuan.analytics.domain.AgingScale;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.tenant.TenantSettingsService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers what is owed for how long, for any day up to the business date, of the customers that the actor sees. */
@ApplicationScoped
public class Aging {

    private final AgingReads reads;
    private final TenantSettingsService settings;
    private final BusinessDates dates;

    Aging(AgingReads reads, TenantSettingsService settings, BusinessDates dates) {
        this.reads = reads;
        this.settings = settings;
        this.dates = dates;
    }

    /** The day that is meant: the business date when none is named. A later day is a {@link Problem} with AS_OF_IN_FUTURE. It does not block. */
    public LocalDate day(LocalDate asOfOrNull) {
        LocalDate today = dates.today();
        if (asOfOrNull != null && asOfOrNull.isAfter(today)) {
            throw new Problem(ErrorCode.AS_OF_IN_FUTURE, "asOf is after the business date " + today + ".");
        }
        return asOfOrNull == null ? today : asOfOrNull;
    }

    /** A page of aging, by label. */
    @Transactional
    public Page<AgingRow> rows(AgingQuestion question, Paging paging) {
        return reads.rows(question, scale(), paging);
    }

    /**
     * What each of the customers owes as of the day, a row for each currency in which something is open or unapplied, by currency.
     *
     * @param buckets whether it is to be laid into the tenant's buckets too; else a balance has none
     */
    @Transactional
    public Map<UUID, List<CustomerBalance>> balances(Collection<UUID> customers, LocalDate asOf, boolean buckets) {
        return balances(customers, new BalanceQuestion(asOf, buckets, false, false));
    }

    /** The same with what else is asked for; with the announced payments, a row for each currency in which there are only such, too. */
    @Transactional
    public Map<UUID, List<CustomerBalance>> balances(Collection<UUID> customers, BalanceQuestion question) {
        return reads.balances(customers, question, question.buckets() ? Optional.of(scale()) : Optional.empty());
    }

    private AgingScale scale() {
        return new AgingScale(settings.current().agingBuckets());
    }
}
