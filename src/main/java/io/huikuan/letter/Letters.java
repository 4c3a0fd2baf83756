package io.huikuan.letter;

import io.huikuan.contact.GuardRail;
import io.huikuan.customer.CustomerLocks;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.text.Language;
import io.huikuan.letter.LetterContacts.Sending;
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
    private final LetterContacts contacts;
    private final CustomerLocks locks;

    Letters(
            LetterDesk desk,
            LetterReads reads,
            LetterStore store,
            LetterMails mails,
            PdfPrinter printer,
            LetterContacts contacts,
            CustomerLocks locks) {
        this.desk = desk;
        this.reads = reads;
        this.store = store;
        this.mails = mails;
        this.printer = printer;
        this.contacts = contacts;
        this.locks = locks;
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
     * after. A final notice or a lawyer's letter is issued for an escalation only. A letter of a person passes no guard rail (rule 37); whether a contact by a
     * step or case is allowed now, and a notice approved (rule 26), is the caller's to know.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Issued issue(UUID id, IssueLetter wish) {
        return issue(id, wish, null);
    }

    /** The same; a person who gives a reason passes guard rails. */
    @Transactional(Transactional.TxType.MANDATORY)
    Issued issue(UUID id, IssueLetter wish, String outsideReasonOrNull) {
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
        Sending sending = new Sending(draft, mails.recipient(draft), outsideReasonOrNull);
        Refusals refusals = new Refusals();
        Set<GuardRail> passed = contacts.passed(sending, refusals);
        if (refusals.any()) {
            return new Issued.Outside(refusals.errors());
        }
        write(id, sending, passed);
        return new Issued.Done(find(id).orElseThrow());
    }

    /**
     * Withdraws what these steps or cases made, as far as it asks or warns and has not left the house: what is queued is not sent, what waits for the printer is
     * not printed. Within the caller's transaction; nothing happens where nothing waits.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(LetterCause cause, Collection<UUID> causes) {
        mails.withdraw(store.waiting(cause, causes));
    }

    private void write(UUID id, Sending sending, Set<GuardRail> passed) {
        Drafted draft = sending.draft();
        int sequence = store.nextNumber();
        String number = LetterReads.number(sequence);
        Written written = LetterPage.write(draft, number);
        byte[] pdf = printer.print(written.html());
        store.insert(new NewLetter(
                id,
                sequence,
                draft.wish(),
                draft.language(),
                draft.addressee(),
                draft.payment() == null ? null : draft.payment().id(),
                written.subject(),
                draft.text().version(),
                draft.head().version(),
                sending.recipient().orElse(null),
                contacts.enter(sending, written.subject() + " (" + number + ")", passed)
                        .orElse(null)));
        store.keep(
                id,
                written.html().getBytes(StandardCharsets.UTF_8),
                pdf,
                draft.wish().kind().duns() ? draft.figures().amounts() : List.of());
        sending.recipient().ifPresent(address -> mails.queue(id, number, address, written, pdf));
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
