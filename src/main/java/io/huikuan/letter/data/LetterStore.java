package io.huikuan.letter.data;

import io.huikuan.kernel.hash.Sha256;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.text.Language;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.letter.IssueLetter;
import io.huikuan.letter.LetterAmount;
import io.huikuan.letter.LetterCause;
import io.huikuan.letter.LetterKind;
import io.huikuan.letter.LetterStatus;
import io.huikuan.letter.LetterWarning;
import io.huikuan.letter.NewLetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes letters and where they are. */
@ApplicationScoped
public class LetterStore {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final List<LetterKind> OVERDUE =
            LetterKind.DUNNING.stream().filter(LetterKind::saysOverdue).toList();

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    LetterStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** Takes the next number. Until the transaction ends nobody else of the tenant gets one; when it is rolled back, the number was never taken. */
    public int nextNumber() {
        return sql.of("""
            insert into letter_counter as k (tenant_id, latest) values (:tenant, 1)
            on conflict (tenant_id) do update set latest = k.latest + 1 returning k.latest\
            """).one(row -> row.integer("latest"));
    }

    /** Writes a letter; one that goes to nobody's mailbox waits for the printer. */
    public void insert(NewLetter letter) {
        Statement statement = sql.of("""
            insert into letter (tenant_id, id, customer_id, sequence, kind, language, subject, issued_on, issued_at, issued_by, cause, cause_id,
                contact_person_id, recipient, with_statement, template_version, letterhead_version, warning_next, warning_deadline, payment_id,
                contact_record_id, status)
            values (:tenant, :id, :customer, :sequence, :kind, :language, :subject, :today, :now, :by, :cause, :cause_id,
                :person, :recipient, :statement, :template, :letterhead, :next, :deadline, :payment, :contact, :status)\
            """);
        bound(statement, letter.wish())
                .bind("id", letter.id())
                .bind("sequence", letter.sequence())
                .bind("language", letter.language())
                .bind("subject", letter.subject())
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .bind(
                        "person",
                        letter.addressee() == null ? null : letter.addressee().id())
                .bind("recipient", letter.recipient())
                .bind("template", letter.templateVersion())
                .bind("letterhead", letter.letterheadVersion())
                .bind("payment", letter.payment())
                .bind("contact", letter.contactRecord())
                .bind("status", letter.recipient() == null ? LetterStatus.PRINT_QUEUED : LetterStatus.EMAIL_QUEUED)
                .update();
    }

    private static Statement bound(Statement statement, IssueLetter wish) {
        Optional<LetterWarning> warning = Optional.ofNullable(wish.warning());
        return statement
                .bind("customer", wish.customerId())
                .bind("kind", wish.kind())
                .bind("cause", wish.cause())
                .bind("cause_id", wish.causeId())
                .bind("statement", wish.enclosesStatement())
                .bind("next", warning.map(LetterWarning::next).orElse(null))
                .bind("deadline", warning.map(LetterWarning::deadline).orElse(null));
    }

    /** Keeps what a letter is, and for what it asks. */
    public void keep(UUID letter, byte[] html, byte[] pdf, Collection<LetterAmount> amounts) {
        sql.of("""
            insert into letter_content (tenant_id, letter_id, html, html_sha256, pdf, pdf_sha256)
            values (:tenant, :letter, :html, :html_sha256, :pdf, :pdf_sha256)\
            """)
                .bind("letter", letter)
                .bind("html", html)
                .bind("html_sha256", Sha256.of(html))
                .bind("pdf", pdf)
                .bind("pdf_sha256", Sha256.of(pdf))
                .update();
        if (amounts.isEmpty()) {
            return;
        }
        List<Money> totals = amounts.stream().map(LetterAmount::total).toList();
        sql.of("""
            insert into letter_amount (tenant_id, letter_id, currency, total, overdue)
            select :tenant, :letter, a.currency, a.total, a.overdue from unnest(:currencies, :totals, :overdues) a (currency, total, overdue)\
            """)
                .bind("letter", letter)
                .texts("currencies", totals.stream().map(Money::currency).toList())
                .numbers("totals", totals.stream().map(Money::value).toList())
                .numbers(
                        "overdues",
                        amounts.stream().map(amount -> amount.overdue().value()).toList())
                .update();
    }

    /** The mail server took it, if only while it was being withdrawn. */
    public void emailed(UUID letter) {
        sql.of("""
            update letter set status = 'EMAILED', sent_at = :now
            where tenant_id = :tenant and id = :letter and status in ('EMAIL_QUEUED', 'WITHDRAWN')\
            """).bind("now", dates.now()).bind("letter", letter).update();
    }

    /** It goes to the printer instead of the mailbox; the contact record that it is, where there is one. */
    public Optional<UUID> toPrint(UUID letter) {
        return sql.of("""
            update letter set status = 'PRINT_QUEUED' where tenant_id = :tenant and id = :letter and status = 'EMAIL_QUEUED'
            returning coalesce(contact_record_id, cast(:nobody as uuid)) as contact\
            """)
                .bind("letter", letter)
                .bind("nobody", NOBODY)
                .first(row -> row.uuid("contact"))
                .filter(contact -> !contact.equals(NOBODY));
    }

    /** Locks those of the letters that wait for the printer; their ids. */
    public List<UUID> lockToPrint(Collection<UUID> letters) {
        return sql.of("""
            select l.id from letter l where l.tenant_id = :tenant and l.id = any(:letters) and l.status = 'PRINT_QUEUED'
            order by l.sequence for update\
            """).uuids("letters", letters).list(row -> row.uuid("id"));
    }

    /** They were printed, by the actor. */
    public void printed(Collection<UUID> letters) {
        sql.of("""
            update letter set status = 'PRINTED', sent_at = :now, printed_by = :actor_user
            where tenant_id = :tenant and id = any(:letters)\
            """).bind("now", dates.now()).uuids("letters", letters).update();
    }

    /** The letters that these causes made, that ask or warn and have not left the house. */
    public List<UUID> waiting(LetterCause cause, Collection<UUID> causes) {
        return sql.of("""
            select l.id from letter l
            where l.tenant_id = :tenant and l.cause = :cause and l.cause_id = any(:causes) and l.status in ('EMAIL_QUEUED', 'PRINT_QUEUED')
                and (l.kind = any(:dunning) or l.warning_next is not null)\
            """)
                .bind("cause", cause)
                .uuids("causes", causes)
                .names("dunning", LetterKind.DUNNING)
                .list(row -> row.uuid("id"));
    }

    /** Those of the customers whom a letter asks or warns that has not left the house. */
    public Set<UUID> awaitingLetters(Set<UUID> customers) {
        return Set.copyOf(sql.of("""
            select distinct l.customer_id from letter l
            where l.tenant_id = :tenant and l.customer_id = any(:customers) and l.status in ('EMAIL_QUEUED', 'PRINT_QUEUED')
                and (l.kind = any(:dunning) or l.warning_next is not null)\
            """)
                .uuids("customers", customers)
                .names("dunning", LetterKind.DUNNING)
                .list(row -> row.uuid("customer_id")));
    }

    /** The letters to these customers that would not be issued any more: nothing is left to dun or, where the letter says overdue, nothing of it is overdue. */
    public List<UUID> settled(Set<UUID> customers) {
        return sql.of("""
            select l.id from letter l
            cross join lateral (
                select min(s.due_date) as oldest from dunning_share(:tenant, cast(:today as date)) s
                where s.customer_id = l.customer_id offset 0) d
            where l.tenant_id = :tenant and l.customer_id = any(:customers) and l.status in ('EMAIL_QUEUED', 'PRINT_QUEUED')
                and (l.kind = any(:dunning) or l.warning_next is not null)
                and (d.oldest is null or d.oldest >= cast(:today as date) and l.kind = any(:overdue))\
            """)
                .uuids("customers", customers)
                .names("dunning", LetterKind.DUNNING)
                .names("overdue", OVERDUE)
                .bind("today", dates.today())
                .list(row -> row.uuid("id"));
    }

    /** Those of the letters that have not left the house do not any more. They are locked in the order of their numbers, as for the printer. */
    public void withdraw(Collection<UUID> letters) {
        sql.of("""
            update letter l set status = 'WITHDRAWN'
            from (select w.id from letter w
                  where w.tenant_id = :tenant and w.id = any(:letters) and w.status in ('EMAIL_QUEUED', 'PRINT_QUEUED')
                  order by w.sequence for update) waiting
            where l.tenant_id = :tenant and l.id = waiting.id\
            """).uuids("letters", letters).update();
    }

    /** Forgets to which address letters to this person went; those whose e-mail is still on its way. */
    public List<UUID> forget(UUID person) {
        return sql
                .of("""
                    update letter set recipient = null where tenant_id = :tenant and contact_person_id = :person and recipient is not null
                    returning id, status = 'EMAIL_QUEUED' as waits\
                    """)
                .bind("person", person)
                .list(row -> row.flag("waits") ? Optional.of(row.uuid("id")) : Optional.<UUID>empty())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Sets in which language a customer is written to; null: in the tenant's. */
    public void setLanguage(UUID customer, Language languageOrNull) {
        sql.of("""
            insert into letter_language (tenant_id, customer_id, language) values (:tenant, :customer, :language)
            on conflict (tenant_id, customer_id) do update set language = excluded.language\
            """).bind("customer", customer).bind("language", languageOrNull).update();
    }
}
