package io.huikuan.escalation;

import io.huikuan.alert.AlertKeeper;
import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.debtorclass.DebtorClasses;
import io.huikuan.escalation.data.EscalationStore;
import io.huikuan.escalation.data.EscalationStore.NewEvent;
import io.huikuan.escalation.data.MoneyFollower;
import io.huikuan.escalation.data.MoneyFollower.Moved;
import io.huikuan.kernel.sql.Columns;
import io.huikuan.letter.IssueLetter;
import io.huikuan.letter.Issued;
import io.huikuan.letter.LetterCause;
import io.huikuan.letter.LetterKind;
import io.huikuan.letter.LetterRoute;
import io.huikuan.letter.Letters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Lifts cases whose customers have paid or got a plan, and opens those again whose money went back: in the transaction that moved it. However many customers a
 * transaction touches, one statement finds the few cases, and a few more move them; only receipts are written one by one.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MovedCases {

    private final MoneyFollower follower;
    private final EscalationStore store;
    private final LiftedMeasures measures;
    private final DebtorClasses classes;
    private final Letters letters;
    private final AlertKeeper alerts;

    MovedCases(
            MoneyFollower follower,
            EscalationStore store,
            LiftedMeasures measures,
            DebtorClasses classes,
            Letters letters,
            AlertKeeper alerts) {
        this.follower = follower;
        this.store = store;
        this.measures = measures;
        this.classes = classes;
        this.letters = letters;
        this.alerts = alerts;
    }

    /** Moves the cases of these customers, who are locked, where their balances say so. */
    void follow(Set<UUID> customers) {
        Map<Boolean, List<Moved>> moved =
                follower.toMove(customers).stream().collect(Collectors.partitioningBy(one -> one.because() != null));
        lift(moved.get(true));
        reopen(moved.get(false));
        if (!moved.get(true).isEmpty() || !moved.get(false).isEmpty()) {
            alerts.escalationsMoved(moved.values().stream()
                    .flatMap(List::stream)
                    .map(Moved::customer)
                    .collect(Collectors.toSet()));
        }
    }

    private void lift(List<Moved> cases) {
        if (cases.isEmpty()) {
            return;
        }
        Set<UUID> keptOff =
                classes.of(cases.stream().map(Moved::customer).collect(Collectors.toSet())).entrySet().stream()
                        .filter(known -> known.getValue() == DebtorClass.EVASIVE)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        follower.lift(cases);
        note(cases, EscalationEventKind.LIFTED);
        measures.liftWith(cases, keptOff);
        letters.withdraw(LetterCause.ESCALATION, Columns.of(cases, Moved::id));
        cases.stream()
                .filter(one -> one.because() == EscalationEnd.PAYMENT && !one.thanked())
                .forEach(this::thank);
    }

    /** Nobody's payment fails because it cannot be thanked for. */
    private void thank(Moved paid) {
        Issued issued = letters.issue(IssueLetter.of(
                        paid.customer(), LetterKind.RECEIPT, LetterRoute.EMAIL, LetterCause.ESCALATION, paid.id())
                .forPayment(paid.payment()));
        if (issued instanceof Issued.Done done) {
            UUID letter = done.letter().uuid();
            follower.thanked(paid.id(), letter);
            store.note(List.of(new NewEvent(
                    paid.id(),
                    paid.customer(),
                    EscalationEventKind.THANKED,
                    null,
                    null,
                    null,
                    letter,
                    null,
                    null,
                    null)));
        }
    }

    private void reopen(List<Moved> cases) {
        if (!cases.isEmpty()) {
            follower.reopen(Columns.of(cases, Moved::id));
            note(cases, EscalationEventKind.REOPENED);
        }
    }

    private void note(List<Moved> cases, EscalationEventKind kind) {
        store.note(Columns.of(
                cases,
                one -> new NewEvent(
                        one.id(),
                        one.customer(),
                        kind,
                        null,
                        null,
                        null,
                        null,
                        null,
                        one.because() == null ? null : one.because().words(),
                        null)));
    }
}
