package io.huikuan.ledger;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.tenant.TenantSettingsService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** On which dates money entries may be made (rule 4): not after the business date and not in a closed period. */
@ApplicationScoped
public class EntryDates {

    private final BusinessDates dates;
    private final TenantSettingsService settings;

    EntryDates(BusinessDates dates, TenantSettingsService settings) {
        this.dates = dates;
        this.settings = settings;
    }

    /** Adds DATE_IN_FUTURE or PERIOD_CLOSED where no entry may be made on the date. */
    public void check(Refusals refusals, String path, LocalDate on) {
        refusals.unless(
                !on.isAfter(dates.today()),
                ErrorCode.DATE_IN_FUTURE,
                path,
                "The date is after the business date " + dates.today() + ".");
        if (settings.current().closes(on)) {
            refusals.add(
                    ErrorCode.PERIOD_CLOSED,
                    path,
                    "The books are closed through " + settings.current().closedThrough() + ".");
        }
    }
}
