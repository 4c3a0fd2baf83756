package io.huikuan.escalation.data;

import io.huikuan.escalation.EscalationEnd;
import io.huikuan.escalation.EscalationMeasure;
import io.huikuan.escalation.EscalationMeasureKind;
import io.huikuan.escalation.EscalationMeasureStatus;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps measures. The customers of those that are written are locked by the caller. */
@ApplicationScoped
public class MeasureStore {

    private static final String LIVE =
            "m.status = 'IN_FORCE' and (m.until_date is null or m.until_date >= cast(:today as date))";

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    MeasureStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** A measure that is proposed; details and last day may be null. */
    public record NewMeasure(
            UUID id,
            UUID escalation,
            UUID customer,
            EscalationMeasureKind kind,
            String details,
            LocalDate until,
            String reason) {}

    /** Where a measure stands; the hold is null where it has none. */
    public record Standing(
            UUID id,
            UUID escalation,
            UUID customer,
            EscalationMeasureKind kind,
            EscalationMeasureStatus status,
            UUID hold) {}

    /** Those of the ids that the actor may see. */
    public Map<UUID, EscalationMeasure> byIds(Collection<UUID> ids) {
        Actor by = actor.get();
        return sql.of("select m.*, " + LIVE + " as live from escalation_measure m"
                        + " join customer c on c.tenant_id = :tenant and c.id = m.customer_id"
                        + " where m.tenant_id = :tenant and m.id = any(:ids) and "
                        + (by.is(Role.PARTNER) ? "false" : Visibility.of(by, "c")))
                .uuids("ids", ids)
                .bind("today", dates.today())
                .map(row -> row.uuid("id"), MeasureStore::measure);
    }

    /** A page of the measures of each of the cases, which the actor is known to see, the newest first. */
    public Map<UUID, Page<EscalationMeasure>> pages(Collection<UUID> escalations, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        Statement statement = sql.of("select f.* from unnest(:ids) x (id) cross join lateral (select m.*, " + LIVE
                        + " as live from escalation_measure m where m.tenant_id = :tenant and m.escalation_id = x.id"
                        + (after.isPresent() ? " and (m.proposed_at, m.id) < (:after_time, :after_id)" : "")
                        + " order by m.proposed_at desc, m.id desc limit :fetch) f")
                .uuids("ids", escalations)
                .bind("today", dates.today())
                .bind("fetch", paging.fetch());
        after.ifPresent(
                cursor -> statement.bind("after_time", cursor.instant(0)).bind("after_id", cursor.uuid(1)));
        Map<UUID, List<EscalationMeasure>> found =
                statement.group(row -> row.uuid("escalation_id"), MeasureStore::measure);
        Map<UUID, Integer> counts = paging.counted()
                ? sql.of("""
                        select m.escalation_id, count(*) as count from escalation_measure m
                        where m.tenant_id = :tenant and m.escalation_id = any(:ids) group by m.escalation_id""")
                        .uuids("ids", escalations)
                        .map(row -> row.uuid("escalation_id"), row -> row.integer("count"))
                : Map.of();
        return Page.ofEach(escalations, found, paging, one -> Cursor.of(one.proposedAt(), one.uuid()), counts);
    }

    /** Whether a measure of the kind works in the case today. */
    public boolean isLive(UUID escalation, EscalationMeasureKind kind) {
        return sql.of("select exists (select from escalation_measure m where m.tenant_id = :tenant"
                        + " and m.escalation_id = :escalation and m.kind = :kind and " + LIVE + ") as live")
                .bind("escalation", escalation)
                .bind("kind", kind)
                .bind("today", dates.today())
                .one(row -> row.flag("live"));
    }

    /** Whose measure it is; empty when there is none. */
    public Optional<UUID> customerOf(UUID measure) {
        return sql.of("select m.customer_id from escalation_measure m where m.tenant_id = :tenant and m.id = :id")
                .bind("id", measure)
                .first(row -> row.uuid("customer_id"));
    }

    /** Writes a proposed measure, in the place of one of its kind that waits in the case. */
    public void insert(NewMeasure measure) {
        sql.of("""
                update escalation_measure set version = version + 1, status = 'REPLACED', decided_at = :now, decided_by = :by
                where tenant_id = :tenant and escalation_id = :escalation and kind = :kind and status in ('PROPOSED', 'TO_DECIDE')""")
                .bind("escalation", measure.escalation())
                .bind("kind", measure.kind())
                .bind("now", dates.now())
                .bind("by", by())
                .update();
        sql.of("""
                insert into escalation_measure (tenant_id, id, version, escalation_id, customer_id, kind, details, reason, until_date, status,
                    proposed_at, proposed_by)
                values (:tenant, :id, 1, :escalation, :customer, :kind, :details, :reason, :until, 'PROPOSED', :now, :by)""")
                .bind("id", measure.id())
                .bind("escalation", measure.escalation())
                .bind("customer", measure.customer())
                .bind("kind", measure.kind())
                .bind("details", measure.details())
                .bind("reason", measure.reason())
                .bind("until", measure.until())
                .bind("now", dates.now())
                .bind("by", by())
                .update();
    }

    /** Says what was decided of a measure that waits; from when it is in force and by which hold may be null. */
    public void decide(
            UUID measure, EscalationMeasureStatus status, String note, LocalDate fromOrNull, UUID holdOrNull) {
        sql.of("""
                update escalation_measure set version = version + 1, status = :status, decided_at = :now, decided_by = :by, decision_note = :note,
                    in_force_from = coalesce(:from, in_force_from), hold_id = :hold
                where tenant_id = :tenant and id = :id and status in ('PROPOSED', 'TO_DECIDE')""")
                .bind("id", measure)
                .bind("status", status)
                .bind("note", note)
                .bind("from", fromOrNull)
                .bind("hold", holdOrNull)
                .bind("now", dates.now())
                .bind("by", by())
                .update();
    }

    /** A person lifts a measure in force. */
    public void lift(UUID measure, String reason) {
        sql.of("""
                update escalation_measure set version = version + 1, status = 'LIFTED', lifted_on = :today, lifted_at = :now, lifted_by = :by,
                    lifted_because = 'PERSON', lift_reason = :reason
                where tenant_id = :tenant and id = :id and status = 'IN_FORCE'""")
                .bind("id", measure)
                .bind("reason", reason)
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", by())
                .update();
    }

    /**
     * Lifts all measures in force of the cases, which have just ended, but the stops of supply of the customers that are kept off credit, and ends what waits
     * there: at the moment and for the reason at and for which the cases ended. Answers what became LIFTED or LAPSED.
     *
     * @param reasonOrNull what the person said who did it; null: no person did
     */
    public List<Standing> endAll(Collection<UUID> escalations, Collection<UUID> keptOff, String reasonOrNull) {
        return sql.of("""
                with ended as (
                    select c.id, c.ended_on, c.ended_at, c.ended_because from escalation c
                    where c.tenant_id = :tenant and c.id = any(:escalations) and c.status <> 'OPEN'),
                lapsed as (
                    update escalation_measure m set version = m.version + 1, status = 'LAPSED', decided_at = e.ended_at, decided_by = :by
                    from ended e
                    where m.tenant_id = :tenant and m.escalation_id = e.id and m.status in ('PROPOSED', 'TO_DECIDE')
                    returning m.id, m.escalation_id, m.customer_id, m.kind, m.status, m.hold_id),
                lifted as (
                    update escalation_measure m set version = m.version + 1, status = 'LIFTED', lifted_on = e.ended_on, lifted_at = e.ended_at,
                        lifted_by = :by, lifted_because = e.ended_because, lift_reason = :reason
                    from ended e
                    where m.tenant_id = :tenant and m.escalation_id = e.id and m.status = 'IN_FORCE'
                        and not (m.hold_id is not null and m.customer_id = any(:kept))
                    returning m.id, m.escalation_id, m.customer_id, m.kind, m.status, m.hold_id)
                select * from lifted union all select * from lapsed""")
                .uuids("escalations", escalations)
                .uuids("kept", keptOff)
                .bind("reason", reasonOrNull)
                .bind("by", reasonOrNull == null ? null : by())
                .list(MeasureStore::standing);
    }

    /** The measures of the cases that stand so. */
    public List<Standing> standing(Collection<UUID> escalations, Set<EscalationMeasureStatus> statuses) {
        return sql.of("""
                select m.id, m.escalation_id, m.customer_id, m.kind, m.status, m.hold_id from escalation_measure m
                where m.tenant_id = :tenant and m.escalation_id = any(:escalations) and m.status = any(:statuses)""")
                .uuids("escalations", escalations)
                .names("statuses", statuses)
                .list(MeasureStore::standing);
    }

    private static Standing standing(Row row) {
        return new Standing(
                row.uuid("id"),
                row.uuid("escalation_id"),
                row.uuid("customer_id"),
                row.constant(EscalationMeasureKind.class, "kind"),
                row.constant(EscalationMeasureStatus.class, "status"),
                row.uuid("hold_id"));
    }

    private UUID by() {
        return actor.get().user().orElse(null);
    }

    private static EscalationMeasure measure(Row row) {
        return new EscalationMeasure(
                NodeId.of(NodeKind.ESCALATION_MEASURE, row.uuid("id")),
                row.integer("version"),
                row.constant(EscalationMeasureKind.class, "kind"),
                row.constant(EscalationMeasureStatus.class, "status"),
                row.text("details"),
                row.text("reason"),
                row.date("in_force_from"),
                row.date("until_date"),
                row.flag("live"),
                row.instant("proposed_at"),
                row.instant("decided_at"),
                row.text("decision_note"),
                row.instant("lifted_at"),
                row.constant(EscalationEnd.class, "lifted_because"),
                row.text("lift_reason"),
                row.uuid("escalation_id"),
                row.uuid("customer_id"),
                row.uuid("proposed_by"),
                row.uuid("decided_by"),
                row.uuid("lifted_by"),
                row.uuid("hold_id"));
    }
}
