package io.huikuan.letter;

import io.huikuan.contact.CheckedContact;
import io.huikuan.contact.ContactChannel;
import io.huikuan.contact.ContactOutcome;
import io.huikuan.contact.ContactRecords;
import io.huikuan.contact.Direction;
import io.huikuan.customer.CustomerLocks;
import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.text.Language;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.letter.LetterPage.Written;
import io.huikuan.letter.data.LetterReads;
import io.huikuan.letter.data.LetterStore;
import io.huikuan.letter.domain.Facts;
import io.huikuan.letter.domain.TemplateText;
import io.huikuan.letter.pdf.PdfPrinter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Issues letters and answers those that were. What the actor may not see does not exist. */
@ApplicationScoped
@Transactional
public class Letters implements NodeFinder {

    private final LetterDesk desk;
    private final LetterReads reads;
    private final LetterStore store;
    private final LetterMails mails;
    private final PdfPrinter printer;
    private final ContactRecords contacts;
    private final CustomerLocks locks;
    private final CurrentActor actor;
    private final BusinessDates dates;

    Letters(
            LetterDesk desk,
            LetterReads reads,
            LetterStore store,
            LetterMails mails,
            PdfPrinter printer,
            ContactRecords contacts,
            CustomerLocks locks,
            CurrentActor actor,
            BusinessDates dates) {
        this.desk = desk;
        this.reads = reads;
        this.store = store;
        this.mails = mails;
        this.printer = printer;
        this.contacts = contacts;
        this.locks = locks;
        this.actor = actor;
        this.dates = dates;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.LETTER;
    }

    @Override
    public Optional<Letter> find(UUID id) {
        return Optional.ofNullable(reads.byIds(List.of(id)).get(id));
    }

    /** Those of the letters that the actor may see. */
    public Map<UUID, Letter> byIds(Collection<UUID> ids) {
        return reads.byIds(ids);
    }

    /** Issues a letter, as {@link #issue(UUID, IssueLetter)} does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Issued issue(IssueLetter wish) {
        return issue(Uuids.next(), wish);
    }

    /**
     * Issues a letter under an id, within the caller's transaction: with the figures of this moment, which the customer's lock keeps still, and the next number,
     * whose lock is held until the transaction ends. So a transaction that issues letters to several customers locks all of them first, and does nothing slow
     * after. A final notice or a lawyer's letter is issued for an escalation only. Whether a contact is allowed now is the caller's to know.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Issued issue(UUID id, IssueLetter wish) {
        if (wish.kind().needsApprovedStage() && wish.cause() != LetterCause.ESCALATION) {
            return new Issued.Not(Issued.Reason.NEEDS_APPROVED_STAGE);
        }
        if (locks.lock(wish.customerId()).isEmpty()) {
            return new Issued.Not(Issued.Reason.NO_CUSTOMER);
        }
        Drafting drafting = desk.draft(wish, null);
        if (drafting instanceof Drafting.Refused refused) {
            return new Issued.Not(refused.reason());
        }
        Drafted draft = (Drafted) drafting;
        int sequence = store.nextNumber();
        Written written = LetterPage.write(draft, LetterReads.number(sequence));
        byte[] pdf = printer.print(written.html());
        Optional<String> recipient = mails.recipient(draft);
        store.insert(new NewLetter(
                id,
                sequence,
                wish,
                draft.language(),
                draft.addressee(),
                draft.payment() == null ? null : draft.payment().id(),
                written.subject(),
                draft.text().version(),
                draft.head().version(),
                recipient.orElse(null),
                contact(draft, written, recipient.isPresent(), sequence).orElse(null)));
        store.keep(
                id,
                written.html().getBytes(StandardCharsets.UTF_8),
                pdf,
                wish.kind().duns() ? draft.figures().amounts() : List.of());
        recipient.ifPresent(address -> mails.queue(id, LetterReads.number(sequence), address, written, pdf));
        return new Issued.Done(find(id).orElseThrow());
    }

    /** The contact that a letter is, in the name of who issues it or else of who looks after the customer; none where there is neither. */
    private Optional<UUID> contact(Drafted draft, Written written, boolean byMail, int sequence) {
        Optional<UUID> recorder =
                actor.get().user().or(() -> Optional.ofNullable(draft.figures().ownerId()));
        return recorder.map(person -> contacts.enter(
                new CheckedContact(
                        draft.wish().customerId(),
                        draft.addressee() == null ? null : draft.addressee().id(),
                        draft.items().stream()
                                .map(OpenItem::receivable)
                                .distinct()
                                .toList(),
                        byMail ? ContactChannel.EMAIL : ContactChannel.LETTER,
                        Direction.OUTBOUND,
                        ContactOutcome.INFORMED,
                        dates.now(),
                        null,
                        written.subject() + " (" + LetterReads.number(sequence) + ")",
                        null,
                        null,
                        null,
                        null),
                person));
    }

    /** What became of a letter that was only to be looked at. */
    public sealed interface Previewed {

        /** How it would read. */
        record Shown(LetterPreview preview) implements Previewed {}

        /** There is no such letter to write. */
        record Not(Issued.Reason reason) implements Previewed {}
    }

    /** How a letter would read today, by the text in force. It has no number, is not kept and goes nowhere. */
    public Previewed preview(IssueLetter wish) {
        return preview(wish, null);
    }

    /** How a letter would read today by another text that was found sound; null: by the one in force. */
    Previewed preview(IssueLetter wish, TemplateText custom) {
        Drafting drafting = desk.draft(wish, custom);
        if (drafting instanceof Drafting.Refused refused) {
            return new Previewed.Not(refused.reason());
        }
        Written written = LetterPage.write((Drafted) drafting, null);
        return new Previewed.Shown(new LetterPreview(written.subject(), written.html(), written.text()));
    }

    /**
     * What placeholders stand for today at each of the customers that the actor sees: for what is to be said, by
     * {@link io.huikuan.letter.domain.Templates#render}.
     *
     * @param leftOut receivables that are not spoken of, though they may be dunned
     * @param mostItems how many items of each are told one by one
     * @param languageOrNull in which language; null: in that of each customer
     */
    public Map<UUID, Facts> facts(
            Collection<UUID> customers, Set<UUID> leftOut, int mostItems, Language languageOrNull) {
        return desk.facts(customers, leftOut, mostItems, languageOrNull);
    }

    /** A letter as it was sent. */
    public Optional<Archived> archived(UUID id) {
        return reads.archived(id);
    }

    /** A page of all that match, the newest first. */
    public Page<Letter> page(LetterFilter filter, Paging paging) {
        return reads.page(filter, paging);
    }

    /** A page of letters to each of the customers, the newest first. */
    public Map<UUID, Page<Letter>> of(Collection<UUID> customers, Paging paging) {
        return reads.pages(customers, paging);
    }

    /** For what each of the letters asked, by currency. */
    public Map<UUID, List<LetterAmount>> amounts(Set<UUID> letters) {
        return reads.amounts(letters);
    }
}
