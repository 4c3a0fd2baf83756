package io.huikuan.imports;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.imports.data.ReceivableStaging;
import io.huikuan.imports.data.ReceivableStaging.NewReference;
import io.huikuan.imports.data.ReceivableStaging.NewRow;
import io.huikuan.imports.data.Staging;
import io.huikuan.imports.data.Verdicts;
import io.huikuan.imports.domain.Finding;
import io.huikuan.imports.domain.Findings;
import io.huikuan.imports.domain.ImportKind;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.ledger.Ledger;
import io.huikuan.ledger.NewReceivable;
import io.huikuan.ledger.domain.DatedAmount;
import io.huikuan.ledger.domain.TermsSchedule;
import io.huikuan.tenant.PaymentTerms;
import io.huikuan.tenant.TenantSettings;
import io.huikuan.tenant.TenantSettingsService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Loads receivables by their numbers. An explicit due date is never rolled; without one the row's terms, the customer's or the tenant's rule. */
@ApplicationScoped
class ReceivablesLoading implements Loading {

    private final Staging staging;
    private final ReceivableStaging receivables;
    private final Verdicts verdicts;
    private final CustomerLocks locks;
    private final Ledger ledger;
    private final TenantSettingsService settings;
    private final BusinessDates dates;
    private final ImportConfig config;

    ReceivablesLoading(
            Staging staging,
            ReceivableStaging receivables,
            Verdicts verdicts,
            CustomerLocks locks,
            Ledger ledger,
            TenantSettingsService settings,
            BusinessDates dates,
            ImportConfig config) {
        this.staging = staging;
        this.receivables = receivables;
        this.verdicts = verdicts;
        this.locks = locks;
        this.ledger = ledger;
        this.settings = settings;
        this.dates = dates;
        this.config = config;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.RECEIVABLES;
    }

    @Override
    public Loaded load(Set<String> columns, Findings findings) {
        Map<UUID, LockedCustomer> customers = locks.lockAll(staging.customers());
        boolean references = columns.contains("reference");
        receivables.resolve(references);
        receivables.find(dates.today(), settings.current().closedThrough());
        staging.collect(findings);
        if (!findings.any()) {
            Chunks chunks = new Chunks(config.chunk());
            Issue issue = new Issue(customers, findings);
            chunks.each(receivables::newAfter, NewRow::row, issue::accept);
            if (references) {
                chunks.each(receivables::referencesAfter, NewReference::row, this::refer);
            }
        }
        Verdicts.Tally tally = verdicts.tally();
        return new Loaded(tally.created(), tally.updated(), tally.unchanged());
    }

    private void refer(List<NewReference> rows) {
        Map<UUID, String> references = new LinkedHashMap<>();
        rows.forEach(row -> references.put(row.receivable(), row.reference()));
        ledger.refer(references);
    }

    /** Issues new documents part by part. */
    private final class Issue {

        private final Map<UUID, LockedCustomer> customers;
        private final Findings findings;
        private final PaymentTerms tenantTerms;
        private final TermsSchedule schedule;
        private final Map<String, PaymentTerms> parsed = new HashMap<>();

        Issue(Map<UUID, LockedCustomer> customers, Findings findings) {
            this.customers = customers;
            this.findings = findings;
            TenantSettings tenant = settings.current();
            this.tenantTerms = tenant.defaultTerms();
            this.schedule = new TermsSchedule(settings.calendar(), tenant.businessDayRoll());
        }

        void accept(List<NewRow> rows) {
            List<NewReceivable> documents = new ArrayList<>(rows.size());
            Map<UUID, String> terms = new LinkedHashMap<>();
            for (NewRow row : rows) {
                Outcome<List<DatedAmount>> dated = dated(row);
                if (dated instanceof Outcome.Refused<List<DatedAmount>> refused) {
                    reject(row.row(), "amount", refused.errors());
                } else {
                    NewReceivable document = document(row, dated.valueOrNull());
                    documents.add(document);
                    if (row.terms() != null) {
                        terms.put(document.id(), row.terms());
                    }
                }
            }
            if (!findings.any()) {
                issue(documents, terms);
            }
        }

        private Outcome<List<DatedAmount>> dated(NewRow row) {
            Money amount = Money.of(row.amount(), row.currency());
            if (row.dueDate() != null) {
                return Outcome.done(List.of(new DatedAmount(row.dueDate(), amount)));
            }
            PaymentTerms terms = row.terms() == null
                    ? customers.get(row.customer()).terms().orElse(tenantTerms)
                    : parsed.computeIfAbsent(row.terms(), PaymentTerms::ofText);
            return schedule.of(amount, row.issueDate(), terms);
        }

        private static NewReceivable document(NewRow row, List<DatedAmount> dated) {
            return new NewReceivable(
                    Uuids.next(),
                    row.customer(),
                    row.number(),
                    row.kind(),
                    row.issueDate(),
                    Money.of(row.amount(), row.currency()),
                    dated,
                    row.reference(),
                    null,
                    null);
        }

        private void issue(List<NewReceivable> documents, Map<UUID, String> terms) {
            if (ledger.issue(documents) instanceof Outcome.Refused<List<NewReceivable>> refused) {
                reject(0, "number", refused.errors());
            } else if (!terms.isEmpty()) {
                receivables.remember(terms);
            }
        }

        private void reject(int row, String column, List<UserError> errors) {
            findings.reject(errors.stream()
                    .map(error -> new Finding(row, column, error.meaning(), error.message()))
                    .toList());
        }
    }
}
