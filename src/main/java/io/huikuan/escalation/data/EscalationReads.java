package io.huikuan.escalation.data;

import io.huikuan.escalation.Escalation;
import io.huikuan.escalation.EscalationEnd;
import io.huikuan.escalation.EscalationEvent;
import io.huikuan.escalation.EscalationEventKind;
import io.huikuan.escalation.EscalationFilter;
import io.huikuan.escalation.EscalationMeasureKind;
import io.huikuan.escalation.EscalationProposal;
import io.huikuan.escalation.EscalationStage;
import io.huikuan.escalation.EscalationStatus;
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
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads cases, what is proposed in them and what happened to them. Only of customers that the actor may see; to partners they do not exist. */
@ApplicationScoped
public class EscalationReads {

    private static final UUID NO_ONE = new UUID(0, 0);

    /** What waits for a decision that the actor may take: what somebody else proposed, or nobody did. An ADMIN who is alone finds what is his own in the lists. */
    private static final String WAITING = " and e.status = 'OPEN' and ("
            + " exists (select from escalation_step s where s.tenant_id = :tenant and s.escalation_id = e.id"
            + " and s.status = 'PROPOSED' and s.proposed_by is distinct from :actor_user)"
            + " or exists (select from escalation_measure m where m.tenant_id = :tenant and m.escalation_id = e.id"
            + " and m.status in ('PROPOSED', 'TO_DECIDE') and m.proposed_by is distinct from :actor_user))";

    private static final String MINE =
            " and coalesce(:actor_user in (e.lead_id, e.second_voice_id, e.manager_id, e.visitor_id), false)";

    private final Sql sql;
    private final CurrentActor actor;

    EscalationReads(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /** Those of the ids that the actor may see. */
    public Map<UUID, Escalation> byIds(Collection<UUID> ids) {
        return sql.of("select e.*" + fromVisible() + " and e.id = any(:ids)")
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), EscalationReads::escalation);
    }

    /** The open case of each of the customers that has one. */
    public Map<UUID, Escalation> openOf(Collection<UUID> customers) {
        return sql.of("select e.*" + fromVisible() + " and e.customer_id = any(:ids) and e.status = 'OPEN'")
                .uuids("ids", customers)
                .map(row -> row.uuid("customer_id"), EscalationReads::escalation);
    }

    /** A page of all that match, the newest first. */
    public Page<Escalation> page(EscalationFilter filter, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String matching = fromVisible() + matching(filter);
        Statement statement = bind(
                        sql.of("select e.*" + matching
                                + (after.isPresent() ? " and (e.opened_at, e.id) < (:after_time, :after_id)" : "")
                                + " order by e.opened_at desc, e.id desc limit :fetch"),
                        filter)
                .bind("fetch", paging.fetch());
        after.ifPresent(
                cursor -> statement.bind("after_time", cursor.instant(0)).bind("after_id", cursor.uuid(1)));
        int total = paging.counted()
                ? bind(sql.of("select count(*) as count" + matching), filter).one(row -> row.integer("count"))
                : 0;
        return Page.of(
                statement.list(EscalationReads::escalation),
                paging,
                found -> Cursor.of(found.openedAt(), found.uuid()),
                total);
    }

    private String fromVisible() {
        Actor by = actor.get();
        return " from escalation e join customer c on c.tenant_id = :tenant and c.id = e.customer_id"
                + " where e.tenant_id = :tenant and "
                + (by.is(Role.PARTNER) ? "false" : Visibility.of(by, "c"));
    }

    private String matching(EscalationFilter filter) {
        Actor by = actor.get();
        boolean decides = by.is(Role.MANAGER) || by.is(Role.ADMIN);
        return (filter.customerId() == null ? "" : " and e.customer_id = :customer")
                + (filter.status() == null ? "" : " and e.status = any(:statuses)")
                + (filter.stage() == null ? "" : " and e.stage = any(:stages)")
                + (filter.warnedUntilTo() == null ? "" : " and e.status = 'OPEN' and e.warned_until <= :until")
                + only(filter.mine(), MINE)
                + only(filter.waitingForMe(), decides ? WAITING : " and false");
    }

    /** The condition, or that it does not hold; nothing when it is not asked for. */
    private static String only(Boolean wanted, String condition) {
        if (wanted == null) {
            return "";
        }
        return wanted ? condition : " and not (true" + condition + ")";
    }

    private static Statement bind(Statement statement, EscalationFilter filter) {
        if (filter.customerId() != null) {
            statement.bind(
                    "customer",
                    NodeId.uuid(NodeKind.CUSTOMER, filter.customerId()).orElse(NO_ONE));
        }
        if (filter.status() != null) {
            statement.names("statuses", filter.status());
        }
        if (filter.stage() != null) {
            statement.names("stages", filter.stage());
        }
        if (filter.warnedUntilTo() != null) {
            statement.bind("until", filter.warnedUntilTo());
        }
        return statement;
    }

    /** What stage is proposed in each of the cases, which the actor is known to see; one without a proposal is left out. */
    public Map<UUID, EscalationProposal> proposals(Collection<UUID> escalations) {
        return sql.of("""
                select s.* from escalation_step s
                where s.tenant_id = :tenant and s.escalation_id = any(:ids) and s.status = 'PROPOSED'""")
                .uuids("ids", escalations)
                .map(
                        row -> row.uuid("escalation_id"),
                        row -> new EscalationProposal(
                                row.constant(EscalationStage.class, "stage"),
                                row.constant(EscalationStage.class, "warns_of"),
                                row.integerOrNull("days"),
                                row.flag("with_statement"),
                                row.text("reason"),
                                row.instant("proposed_at"),
                                row.uuid("id"),
                                row.uuid("proposed_by"),
                                row.text("route")));
    }

    /** A page of what happened to each of the cases, which the actor is known to see, the oldest first. */
    public Map<UUID, Page<EscalationEvent>> events(Collection<UUID> escalations, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        Statement statement = sql.of("select f.* from unnest(:ids) x (id) cross join lateral ("
                        + "select v.* from escalation_event v where v.tenant_id = :tenant and v.escalation_id = x.id"
                        + (after.isPresent() ? " and (v.happened_at, v.id) > (:after_time, :after_id)" : "")
                        + " order by v.happened_at, v.id limit :fetch) f")
                .uuids("ids", escalations)
                .bind("fetch", paging.fetch());
        after.ifPresent(
                cursor -> statement.bind("after_time", cursor.instant(0)).bind("after_id", cursor.uuid(1)));
        Map<UUID, List<EscalationEvent>> found =
                statement.group(row -> row.uuid("escalation_id"), EscalationReads::event);
        Map<UUID, Integer> counts = paging.counted()
                ? sql.of("""
                        select v.escalation_id, count(*) as count from escalation_event v
                        where v.tenant_id = :tenant and v.escalation_id = any(:ids) group by v.escalation_id""")
                        .uuids("ids", escalations)
                        .map(row -> row.uuid("escalation_id"), row -> row.integer("count"))
                : Map.of();
        return Page.ofEach(escalations, found, paging, event -> Cursor.of(event.happenedAt(), event.id()), counts);
    }

    private static EscalationEvent event(Row row) {
        return new EscalationEvent(
                row.constant(EscalationEventKind.class, "kind"),
                row.constant(EscalationStage.class, "stage"),
                row.constant(EscalationMeasureKind.class, "measure_kind"),
                row.text("note"),
                row.instant("happened_at"),
                row.uuid("id"),
                row.uuid("happened_by"),
                row.uuid("letter_id"),
                row.uuid("contact_record_id"));
    }

    private static Escalation escalation(Row row) {
        return new Escalation(
                NodeId.of(NodeKind.ESCALATION, row.uuid("id")),
                row.integer("version"),
                row.text("number"),
                row.constant(EscalationStatus.class, "status"),
                row.constant(EscalationStage.class, "stage"),
                row.date("stage_since"),
                row.constant(EscalationStage.class, "warned_of"),
                row.date("warned_until"),
                row.text("reason"),
                row.instant("opened_at"),
                row.date("visit_on"),
                row.instant("ended_at"),
                row.constant(EscalationEnd.class, "ended_because"),
                row.text("ended_reason"),
                row.uuid("customer_id"),
                row.date("opened_on"),
                new Escalation.Participants(
                        row.uuid("opened_by"),
                        row.uuid("ended_by"),
                        row.uuid("lead_id"),
                        row.uuid("second_voice_id"),
                        row.uuid("manager_id"),
                        row.uuid("visitor_id")));
    }
}
