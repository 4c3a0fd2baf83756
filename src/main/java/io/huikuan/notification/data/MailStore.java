package io.huikuan.notification.data;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.notification.NotificationState;
import io.huikuan.notification.mail.Mail;
import io.huikuan.notification.mail.MailDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queue of single e-mails. */
@ApplicationScoped
public class MailStore {

    /** Between subject, HTML, text and what is attached: no text has it. */
    private static final String SEPARATOR = "\u001f";

    private final Sql sql;
    private final SealedRows sealed;
    private final BusinessDates dates;

    MailStore(Sql sql, SealedRows sealed, BusinessDates dates) {
        this.sql = sql;
        this.sealed = sealed;
        this.dates = dates;
    }

    /**
     * One that this node has leased.
     *
     * @param content empty where it does not open with the keys of this node
     */
    public record Leased(UUID id, UUID about, String to, Optional<Content> content, Instant expiresAt, int attempt) {}

    /** What is sent. */
    public record Content(Mail.Text text, Optional<Mail.Attachment> attachment) {}

    /** Queues one. */
    public void insert(Mail mail) {
        UUID id = Uuids.next();
        Mail.Text text = mail.text();
        String content = String.join(SEPARATOR, text.subject(), text.html(), text.plain())
                + mail.attachment().map(MailStore::attached).orElse("");
        sql.of("""
                insert into mail (tenant_id, id, about_id, recipient, content, expires_at, state, due_at, created_at)
                values (:tenant, :id, :about, :to, :content, :expires, 'PENDING', :now, :now)""")
                .bind("id", id)
                .bind("about", mail.about())
                .bind("to", mail.to())
                .bind("content", sealed.seal(id, content))
                .bind("expires", mail.expiresAt())
                .bind("now", dates.now())
                .update();
    }

    private static String attached(Mail.Attachment file) {
        return SEPARATOR
                + String.join(
                        SEPARATOR,
                        file.name(),
                        file.contentType(),
                        Base64.getEncoder().encodeToString(file.bytes()));
    }

    /** Leases the oldest that is due. */
    public Optional<Leased> lease(Duration lease) {
        Instant now = dates.now();
        return sql.of("""
                update mail m set leased_until = :until, attempts = m.attempts + 1
                from (select p.id from mail p
                      where p.tenant_id = :tenant and p.state = 'PENDING' and p.due_at <= :now and (p.leased_until is null or p.leased_until <= :now)
                      order by p.due_at, p.id limit 1
                      for update skip locked) next
                where m.tenant_id = :tenant and m.id = next.id
                returning m.id, m.about_id, m.recipient, m.content, m.expires_at, m.attempts""").bind("now", now).bind("until", now.plus(lease)).first(this::leased);
    }

    private Leased leased(Row row) {
        UUID id = row.uuid("id");
        return new Leased(
                id,
                row.uuid("about_id"),
                row.text("recipient"),
                content(id, row.text("content")),
                row.instant("expires_at"),
                row.integer("attempts"));
    }

    private Optional<Content> content(UUID id, String content) {
        return sealed.opened(id, () -> {
            String[] parts = sealed.open(id, content).split(SEPARATOR, -1);
            return new Content(new Mail.Text(parts[0], parts[1], parts[2]), attachment(parts));
        });
    }

    private static Optional<Mail.Attachment> attachment(String[] parts) {
        return parts.length == 3
                ? Optional.empty()
                : Optional.of(new Mail.Attachment(
                        parts[3], parts[4], Base64.getDecoder().decode(parts[5])));
    }

    /** It is at an end, unless it is already; its content is erased. What was sent was sent, also if it was withdrawn meanwhile. Whether it ended now. */
    public boolean end(UUID id, NotificationState state, String answer) {
        return sql.of("""
                update mail set state = :state, content = null, finished_at = :now, leased_until = null, last_answer = coalesce(:answer, last_answer)
                where tenant_id = :tenant and id = :id
                    and (state = 'PENDING' or state = 'CANCELLED' and cast(:state as text) = 'SENT')""")
                        .bind("state", state)
                        .bind("now", dates.now())
                        .bind("answer", answer)
                        .bind("id", id)
                        .update()
                == 1;
    }

    /** Ends what nobody needs any more; what each was about. */
    public List<UUID> expire() {
        return sql.of("""
                update mail set state = 'CANCELLED', content = null, finished_at = :now, leased_until = null
                where tenant_id = :tenant and state = 'PENDING' and expires_at <= :now returning about_id""").bind("now", dates.now()).list(row -> row.uuid("about_id"));
    }

    /** It goes out later. */
    public void await(UUID id, Instant due, String answer) {
        sql.of("""
                update mail set due_at = :due, leased_until = null, last_answer = coalesce(:answer, last_answer)
                where tenant_id = :tenant and id = :id and state = 'PENDING'""").bind("due", due).bind("answer", answer).bind("id", id).update();
    }

    /** Ends what waits about these things. */
    public void withdraw(Collection<UUID> about) {
        sql.of("""
                update mail set state = 'CANCELLED', content = null, finished_at = :now, leased_until = null
                where tenant_id = :tenant and about_id = any(:about) and state = 'PENDING'""").bind("now", dates.now()).uuids("about", about).update();
    }

    /** What became of the latest about each. */
    public Map<UUID, MailDelivery> deliveries(Collection<UUID> about) {
        return sql.of("""
                select distinct on (about_id) about_id, state, attempts, finished_at, last_answer from mail
                where tenant_id = :tenant and about_id = any(:about) order by about_id, created_at desc""")
                .uuids("about", about)
                .map(
                        row -> row.uuid("about_id"),
                        row -> new MailDelivery(
                                row.constant(NotificationState.class, "state"),
                                row.integer("attempts"),
                                row.instant("finished_at"),
                                row.text("last_answer")));
    }
}
