package io.huikuan.escalation.data;

import io.huikuan.escalation.Escalation.Warning;
import io.huikuan.escalation.EscalationEventKind;
import io.huikuan.escalation.EscalationMeasureKind;
import io.huikuan.escalation.EscalationStage;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.Columns;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes cases, the stages that are wished for, and what happened. The customers are locked by the caller. */
@ApplicationScoped
public class EscalationStore {

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    EscalationStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** A case that is opened with its reminder; the lead may be null. */
    public record NewCase(UUID id, UUID customer, String number, String reason, UUID lead) {}

    /**
     * A stage that is wished for.
     *
     * @param warnsOf null where it warns of nothing, and then the days too
     */
    public record NewStep(
            EscalationStage stage,
            EscalationStage warnsOf,
            Integer days,
            String route,
            boolean withStatement,
            String reason) {}

    /** Something that happened; what it has nothing to do with is null. */
    public record NewEvent(
            UUID escalation,
            UUID customer,
            EscalationEventKind kind,
            EscalationStage stage,
            EscalationMeasureKind measureKind,
            UUID measure,
            UUID letter,
            UUID contactRecord,
            String note,
            UUID by) {}

    /** Whose case it is; empty when there is none. */
    public Optional<UUID> customerOf(UUID escalation) {
        return sql.of("select e.customer_id from escalation e where e.tenant_id = :tenant and e.id = :id")
                .bind("id", escalation)
                .first(row -> row.uuid("customer_id"));
    }

    /** Whether the customer has an open case. */
    public boolean hasOpen(UUID customer) {
        return sql.of("""
                select exists (
                    select from escalation e
                    where e.tenant_id = :tenant and e.customer_id = :customer and e.status = 'OPEN') as open""").bind("customer", customer).one(row -> row.flag("open"));
    }

    /** The last day on which the customer may pay by the warning of a case that a person closed; empty when it has passed. */
    public Optional<LocalDate> stillWarned(UUID customer) {
        return sql.of("""
                select e.warned_until from escalation e
                where e.tenant_id = :tenant and e.customer_id = :customer and e.status = 'CLOSED' and e.warned_until >= :today
                order by e.warned_until desc limit 1""")
                .bind("customer", customer)
                .bind("today", dates.today())
                .first(row -> row.date("warned_until"));
    }

    /** Writes an open case that is at REMINDER. */
    public void insert(NewCase escalation) {
        sql.of("""
                insert into escalation (tenant_id, id, version, customer_id, number, status, stage, stage_since, reason, opened_on, opened_at, opened_by, lead_id)
                values (:tenant, :id, 1, :customer, :number, 'OPEN', 'REMINDER', :today, :reason, :today, :now, :by, :lead)""")
                .bind("id", escalation.id())
                .bind("customer", escalation.customer())
                .bind("number", escalation.number())
                .bind("reason", escalation.reason())
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", by())
                .bind("lead", escalation.lead())
                .update();
    }

    /** Writes the wish for a stage, in the place of the one that was there, and answers its id. */
    public UUID propose(UUID escalation, UUID customer, NewStep step) {
        UUID id = Uuids.next();
        decideStep(escalation, "REPLACED", null);
        sql.of("""
                insert into escalation_step (tenant_id, id, escalation_id, customer_id, stage, warns_of, days, route, with_statement, reason, status,
                    proposed_at, proposed_by)
                values (:tenant, :id, :escalation, :customer, :stage, :warns_of, :days, :route, :statement, :reason, 'PROPOSED', :now, :by)""")
                .bind("id", id)
                .bind("escalation", escalation)
                .bind("customer", customer)
                .bind("stage", step.stage())
                .bind("warns_of", step.warnsOf())
                .bind("days", step.days())
                .bind("route", step.route())
                .bind("statement", step.withStatement())
                .bind("reason", step.reason())
                .bind("now", dates.now())
                .bind("by", by())
                .update();
        return id;
    }

    /** Says what became of the stage that is proposed in the case, if one is. */
    public void decideStep(UUID escalation, String status, String note) {
        sql.of("""
                update escalation_step set status = :status, decided_at = :now, decided_by = :by, note = :note
                where tenant_id = :tenant and escalation_id = :escalation and status = 'PROPOSED'""")
                .bind("escalation", escalation)
                .bind("status", status)
                .bind("note", note)
                .bind("now", dates.now())
                .bind("by", by())
                .update();
    }

    /** The case is at the stage from today on; its letter and what it warns of may be null. */
    public void reach(UUID escalation, UUID step, EscalationStage stage, Warning warningOrNull, UUID letterOrNull) {
        sql.of("""
                with sent as (
                    update escalation_step set letter_id = :letter where tenant_id = :tenant and id = :step)
                update escalation set version = version + 1, stage = :stage, stage_since = :today, warned_of = :warned_of, warned_until = :warned_until
                where tenant_id = :tenant and id = :id""")
                .bind("id", escalation)
                .bind("step", step)
                .bind("stage", stage)
                .bind("letter", letterOrNull)
                .bind("warned_of", warningOrNull == null ? null : warningOrNull.of())
                .bind("warned_until", warningOrNull == null ? null : warningOrNull.until())
                .bind("today", dates.today())
                .update();
    }

    /** Gives the case its next version, because something in it changed. */
    public void touch(UUID escalation) {
        sql.of("update escalation set version = version + 1 where tenant_id = :tenant and id = :id")
                .bind("id", escalation)
                .update();
    }

    /** Writes who takes part, each of whom but the lead may be null. */
    public void participants(UUID escalation, UUID lead, UUID secondVoice, UUID manager) {
        sql.of("""
                update escalation set version = version + 1, lead_id = :lead, second_voice_id = :second, manager_id = :manager
                where tenant_id = :tenant and id = :id""")
                .bind("id", escalation)
                .bind("lead", lead)
                .bind("second", secondVoice)
                .bind("manager", manager)
                .update();
    }

    /** Writes who is to visit the customer and when; both null: nobody any more. */
    public void visit(UUID escalation, UUID visitorOrNull, LocalDate onOrNull) {
        sql.of("""
                update escalation set version = version + 1, visitor_id = :visitor, visit_on = :on
                where tenant_id = :tenant and id = :id""")
                .bind("id", escalation)
                .bind("visitor", visitorOrNull)
                .bind("on", onOrNull)
                .update();
    }

    /** A person ends the case. */
    public void close(UUID escalation, String reason) {
        sql.of("""
                update escalation set version = version + 1, status = 'CLOSED', visitor_id = null, visit_on = null,
                    ended_on = :today, ended_at = :now, ended_by = :by, ended_because = 'PERSON', ended_reason = :reason
                where tenant_id = :tenant and id = :id and status = 'OPEN'""")
                .bind("id", escalation)
                .bind("reason", reason)
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", by())
                .update();
    }

    /** Writes what happened, in this order. */
    public void note(List<NewEvent> events) {
        sql.of("""
                insert into escalation_event (tenant_id, id, escalation_id, customer_id, kind, stage, measure_kind, measure_id, letter_id,
                    contact_record_id, note, happened_at, happened_by)
                select :tenant, x.id, x.escalation_id, x.customer_id, x.kind, x.stage, x.measure_kind, x.measure_id, x.letter_id, x.contact_id, x.note, :now, x.by
                from unnest(:ids, :escalations, :customers, :kinds, :stages, :measure_kinds, :measures, :letters, :contacts, :notes, :people)
                    x (id, escalation_id, customer_id, kind, stage, measure_kind, measure_id, letter_id, contact_id, note, by)""")
                .uuids("ids", Columns.of(events, any -> Uuids.next()))
                .uuids("escalations", Columns.of(events, NewEvent::escalation))
                .uuids("customers", Columns.of(events, NewEvent::customer))
                .texts("kinds", names(events, NewEvent::kind))
                .texts("stages", names(events, NewEvent::stage))
                .texts("measure_kinds", names(events, NewEvent::measureKind))
                .uuids("measures", Columns.of(events, NewEvent::measure))
                .uuids("letters", Columns.of(events, NewEvent::letter))
                .uuids("contacts", Columns.of(events, NewEvent::contactRecord))
                .texts("notes", Columns.of(events, NewEvent::note))
                .uuids("people", Columns.of(events, NewEvent::by))
                .bind("now", dates.now())
                .update();
    }

    private static List<String> names(
            Collection<NewEvent> events, java.util.function.Function<NewEvent, Enum<?>> constant) {
        return Columns.of(events, event -> {
            Enum<?> value = constant.apply(event);
            return value == null ? null : value.name();
        });
    }

    private UUID by() {
        return actor.get().user().orElse(null);
    }
}
