package io.huikuan.imports;

import io.huikuan.customer.ContactPersonIntake;
import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.SourcedPerson;
import io.huikuan.imports.data.ContactPersonStaging;
import io.huikuan.imports.data.ContactPersonStaging.SaidRow;
import io.huikuan.imports.data.ContactPersonStaging.Superior;
import io.huikuan.imports.data.Staging;
import io.huikuan.imports.data.Verdicts;
import io.huikuan.imports.domain.Finding;
import io.huikuan.imports.domain.Findings;
import io.huikuan.imports.domain.ImportKind;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.UserError;
import io.huikuan.tenant.Users;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Loads contact persons by customer and source key. Whoever keeps the relationship and is not known by e-mail is entered as pending. */
@ApplicationScoped
class ContactPersonsLoading implements Loading {

    private final Staging staging;
    private final ContactPersonStaging persons;
    private final Verdicts verdicts;
    private final CustomerLocks locks;
    private final ContactPersonIntake intake;
    private final Users users;
    private final ImportConfig config;

    ContactPersonsLoading(
            Staging staging,
            ContactPersonStaging persons,
            Verdicts verdicts,
            CustomerLocks locks,
            ContactPersonIntake intake,
            Users users,
            ImportConfig config) {
        this.staging = staging;
        this.persons = persons;
        this.verdicts = verdicts;
        this.locks = locks;
        this.intake = intake;
        this.users = users;
        this.config = config;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CONTACT_PERSONS;
    }

    @Override
    public Loaded load(Set<String> columns, Findings findings) {
        locks.lockAll(staging.customers());
        List<String> owners = persons.owners();
        persons.resolve(columns, owners.isEmpty() ? Map.of() : users.byEmails(owners));
        boolean superiors = columns.contains("reports_to");
        persons.find(superiors);
        staging.collect(findings);
        if (!findings.any()) {
            Chunks chunks = new Chunks(config.chunk());
            chunks.each(persons::newAfter, SaidRow::row, rows -> enter(rows, findings));
            chunks.each(persons::changedAfter, SaidRow::row, rows -> intake.replace(personsOf(rows)));
            if (superiors) {
                report(chunks, findings);
            }
        }
        Verdicts.Tally tally = verdicts.tally();
        return new Loaded(tally.created(), tally.updated(), tally.unchanged());
    }

    private void enter(List<SaidRow> rows, Findings findings) {
        List<UserError> errors = intake.enter(personsOf(rows)).errors();
        if (!errors.isEmpty()) {
            findings.reject(
                    errors.stream()
                            .map(error -> new Finding(0, "source_key", error.meaning(), error.message()))
                            .toList(),
                    errors.size(),
                    0);
        }
    }

    private void report(Chunks chunks, Findings findings) {
        Map<UUID, Integer> rows = new LinkedHashMap<>();
        chunks.each(persons::superiorsAfter, Superior::row, part -> {
            Map<UUID, UUID> superiors = new LinkedHashMap<>();
            part.forEach(said -> superiors.put(said.person(), said.superior()));
            intake.report(superiors);
            part.forEach(said -> rows.put(said.person(), said.row()));
        });
        if (rows.isEmpty()) {
            return;
        }
        intake.inCircles(rows.keySet())
                .forEach(person -> findings.reject(List.of(new Finding(
                        rows.get(person),
                        "reports_to",
                        ErrorCode.INVALID_VALUE,
                        "Nobody reports to himself, over others neither."))));
    }

    private static List<SourcedPerson> personsOf(List<SaidRow> rows) {
        return rows.stream().map(SaidRow::person).toList();
    }
}
