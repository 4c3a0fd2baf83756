package io.huikuan.imports;

import io.huikuan.customer.CustomerIntake;
import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.SourcedCustomer;
import io.huikuan.imports.data.CustomerStaging;
import io.huikuan.imports.data.CustomerStaging.SaidRow;
import io.huikuan.imports.data.Verdicts;
import io.huikuan.imports.domain.Finding;
import io.huikuan.imports.domain.Findings;
import io.huikuan.imports.domain.ImportKind;
import io.huikuan.kernel.error.UserError;
import io.huikuan.tenant.Users;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Loads customers by their codes. An owner whom nobody knows by his e-mail address is entered as pending. */
@ApplicationScoped
class CustomersLoading implements Loading {

    private final CustomerStaging customers;
    private final Verdicts verdicts;
    private final CustomerLocks locks;
    private final CustomerIntake intake;
    private final Users users;
    private final ImportConfig config;

    CustomersLoading(
            CustomerStaging customers,
            Verdicts verdicts,
            CustomerLocks locks,
            CustomerIntake intake,
            Users users,
            ImportConfig config) {
        this.customers = customers;
        this.verdicts = verdicts;
        this.locks = locks;
        this.intake = intake;
        this.users = users;
        this.config = config;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CUSTOMERS;
    }

    @Override
    public Loaded load(Set<String> columns, Findings findings) {
        locks.lockAll(customers.known());
        List<String> owners = customers.owners();
        customers.resolve(columns, owners.isEmpty() ? Map.of() : users.byEmails(owners));
        if (!findings.any()) {
            Chunks chunks = new Chunks(config.chunk());
            chunks.each(customers::newAfter, SaidRow::row, rows -> enter(rows, findings));
            chunks.each(customers::changedAfter, SaidRow::row, rows -> intake.replace(customersOf(rows)));
        }
        Verdicts.Tally tally = verdicts.tally();
        return new Loaded(tally.created(), tally.updated(), tally.unchanged());
    }

    private void enter(List<SaidRow> rows, Findings findings) {
        List<UserError> errors = intake.enter(customersOf(rows)).errors();
        if (!errors.isEmpty()) {
            findings.reject(
                    errors.stream()
                            .map(error -> new Finding(0, "code", error.meaning(), error.message()))
                            .toList(),
                    errors.size(),
                    0);
        }
    }

    private static List<SourcedCustomer> customersOf(List<SaidRow> rows) {
        return rows.stream().map(SaidRow::customer).toList();
    }
}
