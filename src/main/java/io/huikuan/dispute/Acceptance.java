package io.huikuan.dispute;

import io.huikuan.dispute.data.DisputeStore.Decision;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.DocumentNumbers;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.ledger.IssueCreditNote;
import io.huikuan.ledger.ReceivableService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Credits what is accepted of a dispute, as {@code issueCreditNote} does and with what it refuses. */
@ApplicationScoped
class Acceptance {

    private static final String PREFIX = "CN";
    private static final int LONGEST_ANSWER = 500;

    private final ReceivableService receivables;
    private final BusinessDates dates;

    Acceptance(ReceivableService receivables, BusinessDates dates) {
        this.receivables = receivables;
        this.dates = dates;
    }

    /** Issues the credit note; what is then to be written down of the open dispute, whose customer is locked. */
    Outcome<Decision> credit(Dispute dispute, AcceptDispute wish) {
        Refusals refusals = new Refusals();
        String answer = refusals.optionalProse("answer", wish.answer(), LONGEST_ANSWER);
        Money amount = amount(refusals, dispute, wish.amount());
        if (refusals.any()) {
            return refusals.outcome();
        }
        IssueCreditNote note = new IssueCreditNote(
                null,
                NodeId.of(NodeKind.RECEIVABLE, dispute.receivable()),
                wish.creditNoteNumber() == null ? DocumentNumbers.next(PREFIX) : wish.creditNoteNumber(),
                wish.issueDate() == null ? dates.today() : wish.issueDate(),
                new MoneyInput(amount.amount(), amount.currency()),
                dispute.number() + " " + dispute.reason());
        return named(receivables.issueCreditNote(note))
                .map(issued ->
                        new Decision(DisputeStatus.ACCEPTED, answer, amount.value(), NodeId.uuidOf(issued.id())));
    }

    /** What is refused of the credit note's number is told of the field that has it here. */
    private static <T> Outcome<T> named(Outcome<T> outcome) {
        return outcome.errors().isEmpty()
                ? outcome
                : Outcome.refused(outcome.errors().stream()
                        .map(error -> error.field().equals(List.of("number"))
                                ? UserError.of(error.meaning(), "creditNoteNumber", error.message())
                                : error)
                        .toList());
    }

    private static Money amount(Refusals refusals, Dispute dispute, MoneyInput wished) {
        if (wished == null) {
            return dispute.amount();
        }
        Money amount = refusals.positive("amount", wished);
        if (amount == null) {
            return null;
        }
        boolean same = amount.currency().equals(dispute.amount().currency());
        refusals.unless(
                same,
                ErrorCode.CURRENCY_MISMATCH,
                "amount.currency",
                "The dispute is in " + dispute.amount().currency() + ".");
        refusals.unless(
                !same || amount.value().compareTo(dispute.amount().value()) <= 0,
                ErrorCode.EXCEEDS_AMOUNT,
                "amount.amount",
                "Only " + dispute.amount().amount() + " is disputed.");
        return amount;
    }
}
