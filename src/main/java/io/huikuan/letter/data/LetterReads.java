package io.huikuan.letter.data;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.text.Language;
import io.huikuan.letter.Archived;
import io.huikuan.letter.Letter;
import io.huikuan.letter.LetterAmount;
import io.huikuan.letter.LetterCause;
import io.huikuan.letter.LetterFilter;
import io.huikuan.letter.LetterKind;
import io.huikuan.letter.LetterStage;
import io.huikuan.letter.LetterStatus;
import io.huikuan.letter.LetterWarning;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads letters to customers that the actor may see; a partner sees those that have left the house. */
@ApplicationScoped
public class LetterReads {

    private static final UUID NO_ONE = new UUID(0, 0);

    private static final String COLUMNS =
            "l.id, l.sequence, l.kind, l.language, l.subject, l.issued_on, l.issued_at, l.issued_by, l.status,"
                    + " l.sent_at, l.warning_next, l.warning_deadline, l.with_statement, l.template_version,"
                    + " l.customer_id, l.contact_person_id, l.cause, l.cause_id";

    private final Sql sql;
    private final CurrentActor actor;

    LetterReads(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /** As letters are numbered. */
    public static String number(int sequence) {
        return String.format(Locale.ROOT, "LTR-%06d", sequence);
    }

    /** Those of the ids that the actor may see. */
    public Map<UUID, Letter> byIds(Collection<UUID> ids) {
        return sql.of("select " + COLUMNS + fromVisible() + " and l.id = any(:ids)")
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), LetterReads::letter);
    }

    /** A letter as it was sent, if the actor may see it. */
    public Optional<Archived> archived(UUID id) {
        Optional<Letter> letter = Optional.ofNullable(byIds(List.of(id)).get(id));
        return letter.flatMap(found -> sql.of(
                        "select k.html, k.html_sha256, k.pdf, k.pdf_sha256 from letter_content k where k.tenant_id ="
                                + " :tenant and k.letter_id = :id")
                .bind("id", id)
                .first(row -> new Archived(
                        found,
                        new Archived.Form(row.bytes("html"), row.text("html_sha256")),
                        new Archived.Form(row.bytes("pdf"), row.text("pdf_sha256")))));
    }

    /** A page of all that match, the newest first. */
    public Page<Letter> page(LetterFilter filter, Paging paging) {
        return page(filter, paging, false);
    }

    /** A page of all that match, the oldest first. */
    public Page<Letter> oldest(LetterFilter filter, Paging paging) {
        return page(filter, paging, true);
    }

    private Page<Letter> page(LetterFilter filter, Paging paging, boolean oldestFirst) {
        Optional<Cursor> after = paging.afterCursor(1);
        String matching = fromVisible()
                + (filter.customerId() == null ? "" : " and l.customer_id = :customer")
                + (filter.kind() == null ? "" : " and l.kind = any(:kinds)")
                + (filter.status() == null ? "" : " and l.status = any(:statuses)")
                + (filter.from() == null ? "" : " and l.issued_on >= :from")
                + (filter.to() == null ? "" : " and l.issued_on <= :to");
        String beyond = oldestFirst ? " and l.sequence > :after" : " and l.sequence < :after";
        Statement statement = bind(
                        sql.of("select " + COLUMNS + matching + (after.isPresent() ? beyond : "")
                                + " order by l.sequence " + (oldestFirst ? "" : "desc") + " limit :fetch"),
                        filter)
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement.bind("after", cursor.decimal(0)));
        int total = paging.counted()
                ? bind(sql.of("select count(*) as count" + matching), filter).one(row -> row.integer("count"))
                : 0;
        return Page.of(statement.list(LetterReads::letter), paging, LetterReads::place, total);
    }

    private static Statement bind(Statement statement, LetterFilter filter) {
        if (filter.customerId() != null) {
            statement.bind(
                    "customer",
                    NodeId.uuid(NodeKind.CUSTOMER, filter.customerId()).orElse(NO_ONE));
        }
        if (filter.kind() != null) {
            statement.names("kinds", filter.kind());
        }
        if (filter.status() != null) {
            statement.names("statuses", filter.status());
        }
        if (filter.from() != null) {
            statement.bind("from", filter.from());
        }
        return filter.to() == null ? statement : statement.bind("to", filter.to());
    }

    /** A page for each of the customers, the newest first. */
    public Map<UUID, Page<Letter>> pages(Collection<UUID> customers, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(1);
        Statement statement = sql.of("select n.* from customer c cross join lateral (select " + COLUMNS
                        + " from letter l where l.tenant_id = :tenant and l.customer_id = c.id" + outside(actor.get())
                        + (after.isPresent() ? " and l.sequence < :after" : "")
                        + " order by l.sequence desc limit :fetch) n where c.tenant_id = :tenant and c.id ="
                        + " any(:customers) and "
                        + Visibility.of(actor.get(), "c") + " order by c.id, n.sequence desc")
                .uuids("customers", customers)
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement.bind("after", cursor.decimal(0)));
        Map<UUID, List<Letter>> rows = statement.group(row -> row.uuid("customer_id"), LetterReads::letter);
        Map<UUID, Integer> totals = paging.counted()
                ? sql.of("select l.customer_id, count(*) as count" + fromVisible()
                                + " and l.customer_id = any(:customers) group by l.customer_id")
                        .uuids("customers", customers)
                        .map(row -> row.uuid("customer_id"), row -> row.integer("count"))
                : Map.of();
        return Page.ofEach(customers, rows, paging, LetterReads::place, totals);
    }

    /** In which language those of the customers are written to that have one of their own. */
    public Map<UUID, Language> languages(Collection<UUID> customers) {
        return sql.of("""
            select g.customer_id, g.language from letter_language g
            where g.tenant_id = :tenant and g.customer_id = any(:customers) and g.language is not null\
            """)
                .uuids("customers", customers)
                .map(row -> row.uuid("customer_id"), row -> row.constant(Language.class, "language"));
    }

    /** For what each of the letters asked, by currency. */
    public Map<UUID, List<LetterAmount>> amounts(Collection<UUID> letters) {
        return sql.of("""
            select a.letter_id, a.currency, a.total, a.overdue from letter_amount a
            where a.tenant_id = :tenant and a.letter_id = any(:letters) order by a.letter_id, a.currency\
            """)
                .uuids("letters", letters)
                .group(
                        row -> row.uuid("letter_id"),
                        row -> new LetterAmount(money(row, "total"), money(row, "overdue")));
    }

    private static Money money(Row row, String column) {
        BigDecimal amount = row.number(column);
        return Money.of(amount, row.text("currency"));
    }

    private String fromVisible() {
        return " from letter l join customer c on c.tenant_id = :tenant and c.id = l.customer_id where l.tenant_id ="
                + " :tenant and "
                + Visibility.of(actor.get(), "c") + outside(actor.get());
    }

    private static String outside(Actor actor) {
        return actor.is(Role.PARTNER) ? " and l.sent_at is not null" : "";
    }

    private static Cursor place(Letter letter) {
        return Cursor.of(letter.sequence());
    }

    private static Letter letter(Row row) {
        String id = NodeId.of(NodeKind.LETTER, row.uuid("id"));
        LetterStage next = row.constant(LetterStage.class, "warning_next");
        return new Letter(
                id,
                number(row.integer("sequence")),
                row.constant(LetterKind.class, "kind"),
                row.constant(Language.class, "language"),
                row.text("subject"),
                row.date("issued_on"),
                row.instant("issued_at"),
                row.constant(LetterStatus.class, "status"),
                row.instant("sent_at"),
                next == null ? null : new LetterWarning(next, row.date("warning_deadline")),
                row.flag("with_statement"),
                row.integer("template_version"),
                "/letters/" + id + ".html",
                "/letters/" + id + ".pdf",
                row.uuid("customer_id"),
                row.uuid("contact_person_id"),
                row.uuid("issued_by"),
                row.constant(LetterCause.class, "cause"),
                row.uuid("cause_id"),
                row.integer("sequence"));
    }
}
