package io.huikuan.ledger;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.ledger.data.IntakeStore;
import io.huikuan.ledger.domain.DatedAmount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Issues documents of other systems, any number with one statement a table. They lie in two tables of the caller's transaction, whose customers it
 * has locked: {@code intake_document (place, customer_id, number, kind, issue_date, currency, amount, reference)} and, for the rows of their own
 * terms, {@code intake_installment (place, sequence, due_date, amount)}. {@code place} is the document's place in the order of issue. Rows are checked
 * by who lays them there: each document has installments that sum to its amount, in the currency's minor units.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReceivableIntake {

    /** For so many customers at once their unapplied cash is looked at, so that no file has all open shares in memory. */
    private static final int CUSTOMERS_AT_ONCE = 1000;

    private final IntakeStore intake;
    private final Event<BalanceMoved> moved;
    private final Event<ReceivablesIssued> issued;

    ReceivableIntake(IntakeStore intake, Event<BalanceMoved> moved, Event<ReceivablesIssued> issued) {
        this.intake = intake;
        this.moved = moved;
        this.issued = issued;
    }

    /** Lays the two tables, which end with the transaction. */
    public void lay() {
        intake.lay();
    }

    /** Adds installments of documents, beside those that statements put there. */
    public void add(Collection<PlacedInstallment> installments) {
        intake.add(installments);
    }

    /** An installment of the document in this place. */
    public record PlacedInstallment(int place, int sequence, DatedAmount due) {}

    /**
     * Issues all that lie there, with the schedules of their own terms. Refused with DUPLICATE_NUMBER when a number is taken.
     *
     * @return how many
     */
    public Outcome<Integer> issue() {
        intake.complete();
        int documents = intake.documents();
        if (intake.insertReceivables() < documents) {
            return Outcome.refused(ErrorCode.DUPLICATE_NUMBER, "number", "Another document has this number.");
        }
        intake.insertOwnTerms();
        List<UUID> customers = new ArrayList<>(intake.customers());
        if (!customers.isEmpty()) {
            moved.fire(new BalanceMoved(Set.copyOf(customers)));
        }
        for (int from = 0; from < customers.size(); from += CUSTOMERS_AT_ONCE) {
            int to = Math.min(customers.size(), from + CUSTOMERS_AT_ONCE);
            issued.fire(new ReceivablesIssued(Set.copyOf(customers.subList(from, to))));
        }
        return Outcome.done(documents);
    }
}
