package io.huikuan.debtorclass.data;

import io.huikuan.debtorclass.ClassEntryKind;
import io.huikuan.debtorclass.ClassReviewFilter;
import io.huikuan.debtorclass.ClassReviewReason;
import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.debtorclass.DebtorClassEntry;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Reads what was confirmed and suggested, and which customers call for a review. Only of customers that the actor may see. */
@ApplicationScoped
public class ClassReads {

    /** When each reason for a review holds, of what was seen of a customer v and its class d. */
    private static final Map<ClassReviewReason, String> HOLDS = Map.of(
            ClassReviewReason.UNCONFIRMED, "d.class is null and v.proposed <> 'GOOD'",
            ClassReviewReason.STALE, "d.confirmed_on < cast(:stale_before as date)",
            ClassReviewReason.EVIDENCE_CHANGED, "v.proposed not in (d.class, d.proposed)",
            ClassReviewReason.SUGGESTED, "v.suggested is not null");

    private static final String FROM = " from customer c"
            + " join debtor_class_review v on v.tenant_id = :tenant and v.customer_id = c.id"
            + " left join debtor_class d on d.tenant_id = :tenant and d.customer_id = c.id"
            + " where c.tenant_id = :tenant and c.status <> 'CLOSED' and ";

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    ClassReads(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /**
     * What was confirmed and suggested of a customer.
     *
     * @param version 0 when nothing was confirmed, then class, proposed, reason, day and person are null
     */
    public record Kept(
            int version,
            DebtorClass confirmed,
            DebtorClass proposedThen,
            LocalDate confirmedOn,
            String reason,
            UUID confirmer,
            Suggestion suggestion) {}

    /** What is suggested; all null when nothing is. */
    public record Suggestion(DebtorClass debtorClass, String reason, UUID by) {}

    /** The confirmed class of each of the customers that have one, whoever may see them. */
    public Map<UUID, DebtorClass> confirmed(Collection<UUID> customers) {
        return sql.of(
                        "select d.customer_id, d.class from debtor_class d where d.tenant_id = :tenant and d.customer_id = any(:ids)")
                .uuids("ids", customers)
                .map(row -> row.uuid("customer_id"), row -> row.constant(DebtorClass.class, "class"));
    }

    /** What was confirmed and suggested of each of the customers that the actor may see. */
    public Map<UUID, Kept> kept(Collection<UUID> customers) {
        return sql.of("""
                select c.id, coalesce(d.version, 0) as version, d.class, d.proposed, d.confirmed_on, d.reason, d.confirmed_by,
                    v.suggested, v.suggestion, v.suggested_by
                from customer c
                left join debtor_class d on d.tenant_id = :tenant and d.customer_id = c.id
                left join debtor_class_review v on v.tenant_id = :tenant and v.customer_id = c.id
                where c.tenant_id = :tenant and c.id = any(:ids) and\s""" + visible()).uuids("ids", customers).map(row -> row.uuid("id"), ClassReads::kept);
    }

    private static Kept kept(Row row) {
        return new Kept(
                row.integer("version"),
                row.constant(DebtorClass.class, "class"),
                row.constant(DebtorClass.class, "proposed"),
                row.date("confirmed_on"),
                row.text("reason"),
                row.uuid("confirmed_by"),
                new Suggestion(
                        row.constant(DebtorClass.class, "suggested"),
                        row.text("suggestion"),
                        row.uuid("suggested_by")));
    }

    private record Placed(UUID customer, String code) {}

    /** A page of customers that call for a review by what was seen of them last, in the order of their codes. */
    public Page<UUID> reviews(ClassReviewFilter filter, int reviewDays, Paging paging) {
        Set<ClassReviewReason> reasons =
                filter.reason() == null || filter.reason().isEmpty()
                        ? EnumSet.allOf(ClassReviewReason.class)
                        : EnumSet.copyOf(filter.reason());
        String holds = String.join(") or (", reasons.stream().map(HOLDS::get).toList());
        String matching = FROM + visible() + " and ((" + holds + "))"
                + (filter.proposed() == null ? "" : " and v.proposed = any(:classes)");
        return page(
                matching,
                paging,
                statement -> statement
                        .bind("stale_before", dates.today().minusDays(reviewDays))
                        .names("classes", filter.proposed() == null ? List.of() : filter.proposed()));
    }

    /** A page of customers whose confirmed class is one of these, in the order of their codes; null: any. */
    public Page<UUID> confirmed(List<DebtorClass> classesOrNull, Paging paging) {
        String matching =
                " from customer c join debtor_class d on d.tenant_id = :tenant and d.customer_id = c.id where c.tenant_id = :tenant and "
                        + visible() + (classesOrNull == null ? "" : " and d.class = any(:classes)");
        return page(
                matching,
                paging,
                statement -> statement.names("classes", classesOrNull == null ? List.of() : classesOrNull));
    }

    private Page<UUID> page(String matching, Paging paging, UnaryOperator<Statement> bound) {
        Optional<Cursor> after = paging.afterCursor(1);
        Statement statement = bound.apply(sql.of("select c.id, c.code" + matching
                        + (after.isPresent() ? " and c.code > :after" : "")
                        + " order by c.code limit :fetch"))
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement.bind("after", cursor.text(0)));
        int total = paging.counted()
                ? bound.apply(sql.of("select count(*) as count" + matching)).one(row -> row.integer("count"))
                : 0;
        return Page.of(
                        statement.list(row -> new Placed(row.uuid("id"), row.text("code"))),
                        paging,
                        placed -> Cursor.of(placed.code()),
                        total)
                .map(Placed::customer);
    }

    /** A page of what was suggested and confirmed of each of the customers, which the actor is known to see, the newest first. */
    public Map<UUID, Page<DebtorClassEntry>> histories(Collection<UUID> customers, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(1);
        Statement statement = sql.of("""
                select e.* from unnest(:customers) c (id)
                cross join lateral (
                    select h.* from debtor_class_entry h
                    where h.tenant_id = :tenant and h.customer_id = c.id"""
                        + (after.isPresent() ? " and h.number < :after" : "")
                        + " order by h.number desc limit :fetch) e order by e.customer_id, e.number desc")
                .uuids("customers", customers)
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement.bind("after", cursor.decimal(0)));
        Map<UUID, List<DebtorClassEntry>> rows = statement.group(row -> row.uuid("customer_id"), ClassReads::entry);
        Map<UUID, Integer> totals = paging.counted()
                ? sql.of("""
                        select e.customer_id, count(*) as count from debtor_class_entry e
                        where e.tenant_id = :tenant and e.customer_id = any(:customers) group by e.customer_id""")
                        .uuids("customers", customers)
                        .map(row -> row.uuid("customer_id"), row -> row.integer("count"))
                : Map.of();
        return Page.ofEach(customers, rows, paging, entry -> Cursor.of(entry.number()), totals);
    }

    private static DebtorClassEntry entry(Row row) {
        return new DebtorClassEntry(
                row.integer("number"),
                row.constant(ClassEntryKind.class, "kind"),
                row.constant(DebtorClass.class, "class"),
                row.constant(DebtorClass.class, "proposed"),
                row.texts("evidence"),
                row.text("reason"),
                row.instant("recorded_at"),
                row.uuid("recorded_by"));
    }

    private String visible() {
        return Visibility.of(actor.get(), "c");
    }
}
