package io.huikuan.imports;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.imports.data.KnownNumbers;
import io.huikuan.imports.data.KnownNumbers.NewReference;
import io.huikuan.imports.data.PaymentStaging;
import io.huikuan.imports.data.PaymentStaging.NewRow;
import io.huikuan.imports.data.Staging;
import io.huikuan.imports.data.Verdicts;
import io.huikuan.imports.domain.Finding;
import io.huikuan.imports.domain.Findings;
import io.huikuan.imports.domain.ImportKind;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.payment.NewPayment;
import io.huikuan.payment.NewPayment.Named;
import io.huikuan.payment.PaymentBook;
import io.huikuan.tenant.TenantSettingsService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Loads payments by their numbers. What a payment names gets as much as is open of it, the rest goes to the oldest due share of the customer,
 * and what is left stays unapplied. Older payments are allocated before younger ones, whatever the order of the rows.
 */
@ApplicationScoped
class PaymentsLoading implements Loading {

    /** All open shares of a part's customers are laid out for it, so parts are smaller than elsewhere. */
    private static final int MOST = 1000;

    private final Staging staging;
    private final PaymentStaging payments;
    private final KnownNumbers known;
    private final Verdicts verdicts;
    private final CustomerLocks locks;
    private final PaymentBook book;
    private final TenantSettingsService settings;
    private final BusinessDates dates;
    private final ImportConfig config;

    PaymentsLoading(
            Staging staging,
            PaymentStaging payments,
            KnownNumbers known,
            Verdicts verdicts,
            CustomerLocks locks,
            PaymentBook book,
            TenantSettingsService settings,
            BusinessDates dates,
            ImportConfig config) {
        this.staging = staging;
        this.payments = payments;
        this.known = known;
        this.verdicts = verdicts;
        this.locks = locks;
        this.book = book;
        this.settings = settings;
        this.dates = dates;
        this.config = config;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.PAYMENTS;
    }

    @Override
    public Loaded load(Set<String> columns, Findings findings) {
        locks.lockAll(staging.customers());
        boolean references = columns.contains("reference");
        payments.resolve(references);
        payments.find(dates.today(), settings.current().closedThrough());
        staging.collect(findings);
        if (!findings.any()) {
            new Chunks(Math.min(MOST, config.chunk()))
                    .each(payments::newAfter, NewRow::place, rows -> record(rows, findings));
            if (references) {
                new Chunks(config.chunk()).each(known::after, NewReference::row, this::refer);
            }
        }
        Verdicts.Tally tally = verdicts.tally();
        return new Loaded(tally.created(), tally.updated(), tally.unchanged());
    }

    private void record(List<NewRow> rows, Findings findings) {
        if (!findings.any()) {
            List<UserError> errors = book.record(
                            rows.stream().map(PaymentsLoading::payment).toList())
                    .errors();
            if (!errors.isEmpty()) {
                findings.reject(
                        errors.stream()
                                .map(error -> new Finding(0, "number", error.meaning(), error.message()))
                                .toList(),
                        errors.size(),
                        0);
            }
        }
    }

    private static NewPayment payment(NewRow row) {
        return new NewPayment(
                Uuids.next(),
                row.customer(),
                row.number(),
                Money.of(row.amount(), row.currency()),
                row.receivedOn(),
                row.method(),
                row.reference(),
                row.receivable() == null ? List.of() : List.of(new Named(row.receivable(), null, null)),
                true);
    }

    private void refer(List<NewReference> rows) {
        Map<UUID, String> references = new LinkedHashMap<>();
        rows.forEach(row -> references.put(row.known(), row.reference()));
        book.refer(references);
    }
}
