package io.huikuan.strategy;

import io.huikuan.contact.AutomaticCause;
import io.huikuan.contact.AutomaticContact;
import io.huikuan.contact.AutomaticContacts;
import io.huikuan.contact.ContactChannel;
import io.huikuan.contact.Taking;
import io.huikuan.customer.CustomerLocks;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.letter.IssueLetter;
import io.huikuan.letter.Issued;
import io.huikuan.letter.LetterCause;
import io.huikuan.letter.LetterRoute;
import io.huikuan.letter.Letters;
import io.huikuan.strategy.data.ActionStore;
import io.huikuan.strategy.data.ActionStore.Leased;
import io.huikuan.strategy.data.ActionStore.Waiting;
import io.huikuan.strategy.data.PauseStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * One letter of a strategy. With the customer's row locked it is looked at once more whether it is still to be sent, the guard rails take the contact or say when it may be
 * made, and the letter is issued together with the mark that it was: all of it commits, or nothing.
 */
@ApplicationScoped
class LetterStep {

    private static final Logger LOG = Logger.getLogger(LetterStep.class);

    /** After which a contact is tried again that no moment within two months allows. */
    private static final Duration LONG = Duration.ofDays(7);

    private final ActionStore actions;
    private final PauseStore pauses;
    private final AutomaticContacts contacts;
    private final Letters letters;
    private final CustomerLocks customers;
    private final StrategyConfig config;
    private final BusinessDates dates;

    LetterStep(
            ActionStore actions,
            PauseStore pauses,
            AutomaticContacts contacts,
            Letters letters,
            CustomerLocks customers,
            StrategyConfig config,
            BusinessDates dates) {
        this.actions = actions;
        this.pauses = pauses;
        this.contacts = contacts;
        this.letters = letters;
        this.customers = customers;
        this.config = config;
        this.dates = dates;
    }

    /** Takes the step, unless somebody else has; why it is to be ended where it cannot be taken, when nothing was changed. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<TaskReason> take(Leased leased) {
        return customers
                .lock(leased.customer())
                .flatMap(locked -> actions.lock(leased))
                .flatMap(waiting -> {
                    if (leased.attempt() > config.mostAttempts()) {
                        LOG.warnf("%s of a strategy is given up after %d attempts", leased.id(), config.mostAttempts());
                        return Optional.of(TaskReason.GIVEN_UP);
                    }
                    return against(waiting).or(() -> contact(waiting));
                });
    }

    private static Optional<TaskReason> against(Waiting waiting) {
        if (!waiting.stands()) {
            return Optional.of(
                    waiting.paused() ? TaskReason.PAUSED : waiting.open() ? TaskReason.HELD : TaskReason.NOTHING_DUE);
        }
        if (!waiting.followed()) {
            return Optional.of(TaskReason.OTHER_STRATEGY);
        }
        return waiting.enough() ? Optional.empty() : Optional.of(TaskReason.BELOW_MINIMUM);
    }

    private Optional<TaskReason> contact(Waiting waiting) {
        boolean email = waiting.channel() == StrategyChannel.EMAIL;
        Taking taking = contacts.take(new AutomaticContact(
                waiting.customer(),
                Optional.empty(),
                email ? ContactChannel.EMAIL : ContactChannel.LETTER,
                AutomaticCause.STRATEGY,
                waiting.id()));
        if (taking instanceof Taking.Refused refused) {
            Instant next = refused.next().orElse(dates.now().plus(LONG));
            actions.await(waiting.id(), next);
            return Optional.empty();
        }
        Issued issued = letters.issue(letter(waiting, email ? LetterRoute.EMAIL : LetterRoute.PRINT));
        if (issued instanceof Issued.Done done) {
            actions.sent(waiting.id(), done.letter().uuid());
            return Optional.empty();
        }
        QuarkusTransaction.setRollbackOnly();
        return Optional.of(TaskReason.NOT_ISSUED);
    }

    private IssueLetter letter(Waiting waiting, LetterRoute route) {
        IssueLetter letter = IssueLetter.of(
                        waiting.customer(), waiting.kind(), route, LetterCause.STRATEGY, waiting.id())
                .leavingOut(pauses.pausedOf(Set.of(waiting.customer())));
        return waiting.withStatement() ? letter.enclosingStatement() : letter;
    }
}
