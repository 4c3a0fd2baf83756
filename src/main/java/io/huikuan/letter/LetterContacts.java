package io.huikuan.letter;

import io.huikuan.contact.CheckedContact;
import io.huikuan.contact.ContactChannel;
import io.huikuan.contact.ContactOutcome;
import io.huikuan.contact.ContactRecords;
import io.huikuan.contact.Direction;
import io.huikuan.contact.GuardRail;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The contact that a letter is. What a person issues is weighed as a call that he logs is; what a step or case issues was weighed before. */
@ApplicationScoped
class LetterContacts {

    private final ContactRecords contacts;
    private final CurrentActor actor;
    private final BusinessDates dates;

    LetterContacts(ContactRecords contacts, CurrentActor actor, BusinessDates dates) {
        this.contacts = contacts;
        this.actor = actor;
        this.dates = dates;
    }

    /**
     * A letter on its way.
     *
     * @param recipient the e-mail address it goes to; empty: it is printed
     * @param outsideReason why it goes outside of the guard rails; null: for no reason
     */
    record Sending(Drafted draft, Optional<String> recipient, String outsideReason) {

        boolean byPerson() {
            return draft.wish().cause() == LetterCause.PERSON;
        }
    }

    /** The guard rails that the letter passes; refusals, where a person gives no reason. */
    Set<GuardRail> passed(Sending sending, Refusals refusals) {
        return sending.byPerson() ? contacts.passed(contact(sending, ""), refusals) : Set.of();
    }

    /** Enters the contact, in the name of who issues the letter or else of who looks after the customer; none where there is neither. */
    Optional<UUID> enter(Sending sending, String summary, Set<GuardRail> passed) {
        CheckedContact contact = contact(sending, summary);
        if (sending.byPerson()) {
            return Optional.of(contacts.enter("issueLetter", contact, passed));
        }
        Optional<UUID> recorder = actor.get()
                .user()
                .or(() -> Optional.ofNullable(sending.draft().figures().ownerId()));
        return recorder.map(person -> contacts.enter(contact, person));
    }

    private CheckedContact contact(Sending sending, String summary) {
        Drafted draft = sending.draft();
        return new CheckedContact(
                draft.wish().customerId(),
                draft.addressee() == null ? null : draft.addressee().id(),
                draft.items().stream().map(OpenItem::receivable).distinct().toList(),
                sending.recipient().isPresent() ? ContactChannel.EMAIL : ContactChannel.LETTER,
                Direction.OUTBOUND,
                ContactOutcome.INFORMED,
                dates.now(),
                null,
                summary,
                null,
                null,
                null,
                sending.outsideReason());
    }
}
