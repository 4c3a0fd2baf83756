package io.huikuan.letter;

import io.huikuan.contact.ContactChannel;
import io.huikuan.contact.ContactRecords;
import io.huikuan.customer.ContactPersonErased;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.letter.LetterPage.Written;
import io.huikuan.letter.data.LetterStore;
import io.huikuan.notification.NotificationState;
import io.huikuan.notification.mail.Mail;
import io.huikuan.notification.mail.MailEnded;
import io.huikuan.notification.mail.Mails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Letters as e-mails, and to the printer when an e-mail does not get there. */
@ApplicationScoped
class LetterMails {

    /** After that long a letter that could not be sent is printed instead. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    private final Mails mails;
    private final LetterStore store;
    private final ContactRecords contacts;
    private final BusinessDates dates;

    LetterMails(Mails mails, LetterStore store, ContactRecords contacts, BusinessDates dates) {
        this.mails = mails;
        this.store = store;
        this.contacts = contacts;
        this.dates = dates;
    }

    /** To which address the letter goes; empty: to the printer. */
    Optional<String> recipient(Drafted draft) {
        return draft.wish().wantedRoute() == LetterRoute.EMAIL && mails.areSent()
                ? Optional.ofNullable(draft.addressee()).map(Addressee::email)
                : Optional.empty();
    }

    /** Queues the e-mail of a letter, to which its PDF is attached. */
    void queue(UUID letter, String number, String address, Written written, byte[] pdf) {
        mails.queue(new Mail(
                letter,
                address,
                new Mail.Text(written.subject() + " (" + number + ")", written.html(), written.text()),
                Optional.of(new Mail.Attachment(number + ".pdf", "application/pdf", pdf)),
                dates.now().plus(PATIENCE)));
    }

    /** Withdraws those of the letters that have not left the house: their e-mails first, in the order in which a mail that is at an end ends its letter. */
    void withdraw(Collection<UUID> letters) {
        if (!letters.isEmpty()) {
            mails.withdraw(letters);
            store.withdraw(letters);
        }
    }

    /** Withdraws what asks these customers, who are locked, for what is paid, promised or disputed by now. */
    void withdrawSettled(Set<UUID> customers) {
        Set<UUID> waiting = store.awaitingLetters(customers);
        if (!waiting.isEmpty()) {
            withdraw(store.settled(waiting));
        }
    }

    /** The mail server took a letter, or it is given up and printed. */
    void ended(@Observes MailEnded mail) {
        if (mail.state() == NotificationState.SENT) {
            store.emailed(mail.about());
        } else {
            toPrint(mail.about());
        }
    }

    private void toPrint(UUID letter) {
        store.toPrint(letter).ifPresent(contact -> contacts.reroute(contact, ContactChannel.LETTER));
    }

    /** What is on its way to somebody who was erased is printed, for the customer, and nothing tells any more to which address letters went. */
    void forget(@Observes ContactPersonErased erased) {
        List<UUID> waiting = store.forget(erased.person());
        mails.withdraw(waiting);
        waiting.forEach(this::toPrint);
    }
}
