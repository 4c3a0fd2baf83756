package io.huikuan.escalation;

import io.huikuan.customer.CustomerReads;
import io.huikuan.escalation.data.DossierReads;
import io.huikuan.escalation.data.DossierSheet;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.text.Language;
import io.huikuan.letter.Letter;
import io.huikuan.letter.Letters;
import io.huikuan.statement.StatementOfAccount;
import io.huikuan.statement.Statements;
import io.huikuan.statement.WholeStatement;
import io.huikuan.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Gathers dossiers of cases that are handed over, and writes down who exported one. */
@ApplicationScoped
public class Dossiers {

    /** The statement begins so many years before the case was opened. */
    private static final int YEARS_BEFORE = 2;

    private final Escalations escalations;
    private final CustomerReads customers;
    private final Tenants tenants;
    private final DossierReads reads;
    private final Statements statements;
    private final Letters letters;
    private final Chronicle chronicle;

    Dossiers(
            Escalations escalations,
            CustomerReads customers,
            Tenants tenants,
            DossierReads reads,
            Statements statements,
            Letters letters,
            Chronicle chronicle) {
        this.escalations = escalations;
        this.customers = customers;
        this.tenants = tenants;
        this.reads = reads;
        this.statements = statements;
        this.letters = letters;
        this.chronicle = chronicle;
    }

    /**
     * The dossier of the case with this global id, as of now.
     *
     * @throws Problem with NOT_FOUND when the actor sees no such case, INVALID_STATUS when it was never handed over to a lawyer or an agency
     */
    @Transactional
    public Dossier export(String escalationId, Language language) {
        Escalation escalation = NodeId.uuid(NodeKind.ESCALATION, escalationId)
                .flatMap(escalations::find)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "There is no such escalation."));
        if (!escalation.stage().isHandedOver()) {
            throw new Problem(
                    ErrorCode.INVALID_STATUS,
                    "The escalation is at " + escalation.stage() + ": a dossier is for a lawyer or an agency.");
        }
        chronicle.note(Chronicle.Of.of(escalation), EscalationEventKind.DOSSIER_EXPORTED, null);
        UUID customer = escalation.customer();
        Map<DossierSheet, List<List<String>>> sheets = new EnumMap<>(DossierSheet.class);
        for (DossierSheet sheet : DossierSheet.values()) {
            sheets.put(sheet, reads.rows(sheet, customer));
        }
        return new Dossier(
                escalation,
                customers.find(customer).orElseThrow(),
                tenants.current(),
                language,
                sheets,
                statement(escalation),
                lettersOf(customer));
    }

    /** The account; empty when it moved more often than a statement tells, which must not keep the rest from whoever sues the customer. */
    private Optional<WholeStatement> statement(Escalation escalation) {
        LocalDate from = escalation.openedOn().minusYears(YEARS_BEFORE).withDayOfMonth(1);
        StatementOfAccount statement = statements
                .of(NodeId.of(NodeKind.CUSTOMER, escalation.customer()), from, null)
                .orElseThrow();
        return statements.whole(statement, Statements.MOST_LINES);
    }

    private List<Letter> lettersOf(UUID customer) {
        List<Letter> all = new ArrayList<>();
        String after = null;
        boolean more = true;
        while (more) {
            Page<Letter> page = letters.of(Set.of(customer), new Paging(Paging.MOST, after, false))
                    .get(customer);
            all.addAll(page.nodes());
            after = page.pageInfo().endCursor();
            more = page.pageInfo().hasNextPage();
        }
        return all;
    }
}
