package io.huikuan.letter.data;

import io.huikuan.customer.DecisionRole;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.text.Language;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.letter.Addressee;
import io.huikuan.letter.Figures;
import io.huikuan.letter.Figures.Previous;
import io.huikuan.letter.LetterAmount;
import io.huikuan.letter.LetterKind;
import io.huikuan.letter.OpenItem;
import io.huikuan.letter.ThankedPayment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reads what is written of customers, as it stands on the business date. What may be dunned is what the ledger's {@code dunning_share} says. */
@ApplicationScoped
public class FigureReads {

    /** What is asked for of each customer, one by one: only so is of disputes and promises too no more read than the customer's. */
    private static final String ASKED = """
            (select distinct unnest(:customers) as id) k
                    cross join lateral (
                        select d.* from dunning_share(:tenant, cast(:today as date)) d
                        where d.customer_id = k.id and d.receivable_id <> all(:leftOut) offset 0) s""";

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    FigureReads(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /** One currency of a customer, or the customer alone. */
    private record Part(Figures customer, LetterAmount amountOrNull, int items, LocalDate oldestDueOrNull) {}

    /** How those of the customers stand that the actor may see, but for these receivables. */
    public Map<UUID, Figures> figures(Collection<UUID> customers, Collection<UUID> leftOut) {
        Map<UUID, List<Part>> parts = sql.of("""
                select c.id, c.code, coalesce(c.legal_name, c.name) as name, u.id as owner_id, u.name as owner, g.language, p.sequence, p.issued_on,
                    d.currency, d.total, d.overdue, d.items, d.oldest
                from customer c
                left join app_user u on u.tenant_id = :tenant and u.id = c.owner_id
                left join letter_language g on g.tenant_id = :tenant and g.customer_id = c.id
                left join lateral (
                    select l.sequence, l.issued_on from letter l
                    where l.tenant_id = :tenant and l.customer_id = c.id and l.kind = any(:dunning) and l.status <> 'WITHDRAWN'
                    order by l.sequence desc limit 1) p on true
                left join (
                    select s.customer_id, s.currency, sum(s.amount) as total,
                        coalesce(sum(s.amount) filter (where s.due_date < cast(:today as date)), 0) as overdue,
                        count(distinct (s.receivable_id, s.due_date)) as items, min(s.due_date) as oldest
                    from %s
                    group by s.customer_id, s.currency) d on d.customer_id = c.id
                where c.tenant_id = :tenant and c.id = any(:customers) and %s
                order by c.id, d.currency""".formatted(ASKED, Visibility.of(actor.get(), "c")))
                .uuids("customers", customers)
                .uuids("leftOut", leftOut)
                .names("dunning", LetterKind.DUNNING)
                .bind("today", dates.today())
                .group(row -> row.uuid("id"), FigureReads::part);
        Map<UUID, Figures> figures = new HashMap<>();
        parts.forEach((customer, found) -> figures.put(customer, whole(found)));
        return figures;
    }

    private static Part part(Row row) {
        Previous previous = row.integerOrNull("sequence") == null
                ? null
                : new Previous(LetterReads.number(row.integer("sequence")), row.date("issued_on"));
        String currency = row.text("currency");
        return new Part(
                new Figures(
                        row.uuid("id"),
                        row.text("code"),
                        row.text("name"),
                        row.uuid("owner_id"),
                        row.text("owner"),
                        row.constant(Language.class, "language"),
                        List.of(),
                        0,
                        null,
                        previous),
                currency == null
                        ? null
                        : new LetterAmount(
                                Money.of(row.number("total"), currency), Money.of(row.number("overdue"), currency)),
                currency == null ? 0 : row.integer("items"),
                row.date("oldest"));
    }

    private static Figures whole(List<Part> parts) {
        Figures any = parts.get(0).customer();
        return new Figures(
                any.customer(),
                any.code(),
                any.name(),
                any.ownerId(),
                any.owner(),
                any.language(),
                parts.stream().map(Part::amountOrNull).filter(Objects::nonNull).toList(),
                parts.stream().mapToInt(Part::items).sum(),
                parts.stream()
                        .map(Part::oldestDueOrNull)
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(null),
                any.previous());
    }

    /** What may be dunned of each customer but for these receivables, a row for each receivable and due date, by currency and due date; at most so many of each. */
    public Map<UUID, List<OpenItem>> items(Collection<UUID> customers, Collection<UUID> leftOut, int mostOfEach) {
        return sql.of("""
                select i.* from (
                    select s.customer_id, s.currency, s.due_date, sum(s.amount) as amount, greatest(cast(:today as date) - s.due_date, 0) as late,
                        r.id, r.number, r.reference, r.issue_date,
                        row_number() over (partition by s.customer_id order by s.currency, s.due_date, r.number) as place
                    from /* asked */
                    join receivable r on r.tenant_id = :tenant and r.id = s.receivable_id
                    group by s.customer_id, s.currency, s.due_date, r.id, r.number, r.reference, r.issue_date) i
                where i.place <= :most order by i.customer_id, i.place""".replace("/* asked */", ASKED))
                .uuids("customers", customers)
                .uuids("leftOut", leftOut)
                .bind("today", dates.today())
                .bind("most", mostOfEach)
                .group(
                        row -> row.uuid("customer_id"),
                        row -> new OpenItem(
                                row.uuid("id"),
                                row.text("number"),
                                row.text("reference"),
                                row.date("issue_date"),
                                row.date("due_date"),
                                Money.of(row.number("amount"), row.text("currency")),
                                row.integer("late")));
    }

    /**
     * To whom of each customer is written or spoken: who has one of the roles, the first of them first, and counts most. Nobody who holds payments up or was
     * erased.
     *
     * @param personOrNull to whom in particular
     * @param byMail whether who has an e-mail address comes before everybody who has none
     */
    public Map<UUID, Addressee> addressees(
            Collection<UUID> customers, UUID personOrNull, List<DecisionRole> roles, boolean byMail) {
        return sql.of("""
                select distinct on (p.customer_id) p.customer_id, p.id, p.name, p.email from contact_person p
                where p.tenant_id = :tenant and p.customer_id = any(:customers) and p.erased_at is null
                    and case when cast(:person as uuid) is null then p.decision_role is distinct from 'BLOCKS' else p.id = cast(:person as uuid) end
                order by p.customer_id, cast(:mail as boolean) and p.email is null, array_position(:roles, p.decision_role) nulls last,
                    p.influence desc nulls last, p.name, p.id""")
                .uuids("customers", customers)
                .bind("person", personOrNull)
                .bind("mail", byMail)
                .names("roles", roles)
                .map(
                        row -> row.uuid("customer_id"),
                        row -> new Addressee(row.uuid("id"), row.text("name"), row.text("email")));
    }

    /** The payment, or the latest one, of a customer that was not reversed. */
    public Optional<ThankedPayment> payment(UUID customer, UUID paymentOrNull) {
        return sql.of("""
                select p.id, p.number, p.received_on, p.amount, p.currency from payment p
                where p.tenant_id = :tenant and p.customer_id = :customer and p.reversed_on is null
                    and p.id = coalesce(cast(:payment as uuid), p.id)
                order by p.received_on desc, p.created_at desc limit 1""")
                .bind("customer", customer)
                .bind("payment", paymentOrNull)
                .first(row -> new ThankedPayment(
                        row.uuid("id"),
                        row.text("number"),
                        row.date("received_on"),
                        Money.of(row.number("amount"), row.text("currency"))));
    }
}
