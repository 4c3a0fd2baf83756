package io.huikuan.imports;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.imports.data.KnownNumbers;
import io.huikuan.imports.data.KnownNumbers.NewReference;
import io.huikuan.imports.data.ReceivableStaging;
import io.huikuan.imports.data.ReceivableStaging.WithoutDueDate;
import io.huikuan.imports.data.Staging;
import io.huikuan.imports.data.Verdicts;
import io.huikuan.imports.domain.Finding;
import io.huikuan.imports.domain.Findings;
import io.huikuan.imports.domain.ImportKind;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.ledger.Ledger;
import io.huikuan.ledger.ReceivableIntake;
import io.huikuan.ledger.ReceivableIntake.PlacedInstallment;
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
    private final KnownNumbers known;
    private final Verdicts verdicts;
    private final CustomerLocks locks;
    private final Ledger ledger;
    private final ReceivableIntake intake;
    private final TenantSettingsService settings;
    private final BusinessDates dates;
    private final ImportConfig config;

    ReceivablesLoading(
            Staging staging,
            ReceivableStaging receivables,
            KnownNumbers known,
            Verdicts verdicts,
            CustomerLocks locks,
            Ledger ledger,
            ReceivableIntake intake,
            TenantSettingsService settings,
            BusinessDates dates,
            ImportConfig config) {
        this.staging = staging;
        this.receivables = receivables;
        this.known = known;
        this.verdicts = verdicts;
        this.locks = locks;
        this.ledger = ledger;
        this.intake = intake;
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
            issue(customers, findings);
        }
        if (references && !findings.any()) {
            new Chunks(config.chunk()).each(known::after, NewReference::row, this::refer);
        }
        Verdicts.Tally tally = verdicts.tally();
        return new Loaded(tally.created(), tally.updated(), tally.unchanged());
    }

    private void refer(List<NewReference> rows) {
        Map<UUID, String> references = new LinkedHashMap<>();
        rows.forEach(row -> references.put(row.known(), row.reference()));
        ledger.refer(references);
    }

    private void issue(Map<UUID, LockedCustomer> customers, Findings findings) {
        intake.lay();
        receivables.handOver();
        new Chunks(config.chunk())
                .each(receivables::withoutDueDateAfter, WithoutDueDate::row, new Planning(customers, findings)::plan);
        if (findings.any()) {
            return;
        }
        if (intake.issue() instanceof Outcome.Refused<Integer> refused) {
            reject(findings, 0, "number", refused.errors());
        } else {
            receivables.rememberTerms();
        }
    }

    private static void reject(Findings findings, int row, String column, List<UserError> errors) {
        findings.reject(errors.stream()
                .map(error -> new Finding(row, column, error.meaning(), error.message()))
                .toList());
    }

    /** Says what terms make of documents that name no due date. */
    private final class Planning {

        private final Map<UUID, LockedCustomer> customers;
        private final Findings findings;
        private final PaymentTerms tenantTerms;
        private final TermsSchedule schedule;
        private final Map<String, PaymentTerms> parsed = new HashMap<>();

        Planning(Map<UUID, LockedCustomer> customers, Findings findings) {
            this.customers = customers;
            this.findings = findings;
            TenantSettings tenant = settings.current();
            this.tenantTerms = tenant.defaultTerms();
            this.schedule = new TermsSchedule(settings.calendar(), tenant.businessDayRoll());
        }

        void plan(List<WithoutDueDate> documents) {
            List<PlacedInstallment> installments = new ArrayList<>(documents.size());
            for (WithoutDueDate document : documents) {
                Outcome<List<DatedAmount>> dated = schedule.of(
                        Money.of(document.amount(), document.currency()), document.issueDate(), terms(document));
                if (dated instanceof Outcome.Refused<List<DatedAmount>> refused) {
                    reject(findings, document.row(), "amount", refused.errors());
                } else {
                    int sequence = 0;
                    for (DatedAmount due : dated.valueOrNull()) {
                        sequence++;
                        installments.add(new PlacedInstallment(document.row(), sequence, due));
                    }
                }
            }
            intake.add(installments);
        }

        private PaymentTerms terms(WithoutDueDate document) {
            return document.terms() == null
                    ? customers.get(document.customer()).terms().orElse(tenantTerms)
                    : parsed.computeIfAbsent(document.terms(), PaymentTerms::ofText);
        }
    }
}
