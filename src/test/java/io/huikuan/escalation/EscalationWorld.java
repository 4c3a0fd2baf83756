package io.huikuan.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Escalations in tests, by the same use cases as the API. What is refused here fails the test, unless its outcome is asked for. */
@ApplicationScoped
class EscalationWorld {

    private final Tenancy tenancy;
    private final TestClock clock;
    private final EscalationService service;
    private final EscalationMeasures measures;
    private final Escalations escalations;
    private final Sql sql;

    EscalationWorld(
            Tenancy tenancy,
            TestClock clock,
            EscalationService service,
            EscalationMeasures measures,
            Escalations escalations,
            Sql sql) {
        this.tenancy = tenancy;
        this.clock = clock;
        this.service = service;
        this.measures = measures;
        this.escalations = escalations;
        this.sql = sql;
    }

    /** It is noon of this day where the tenant is. */
    void day(Actor tenant, String day) {
        clock.setNoon(LocalDate.parse(day), tenant.zone());
    }

    static String key() {
        return Uuids.next().toString();
    }

    /** What became of the wish to open a case. */
    Outcome<Escalation> opening(Actor by, UUID customer) {
        OpenEscalation wish =
                new OpenEscalation(key(), NodeId.of(NodeKind.CUSTOMER, customer), "It does not pay.", null, null, null);
        return tenancy.callOutside(by, () -> service.open(wish));
    }

    /** Opens a case. */
    Escalation open(Actor by, UUID customer) {
        return done(opening(by, customer));
    }

    /** What became of the wish for a stage. */
    Outcome<Escalation> proposing(Actor by, Escalation seen, EscalationStage stage) {
        ProposeEscalationStage wish = new ProposeEscalationStage(
                key(), seen.id(), seen.version(), stage, null, null, null, null, "It did not heed the warning.");
        return tenancy.callOutside(by, () -> service.propose(wish));
    }

    /** Proposes a stage. */
    Escalation propose(Actor by, Escalation seen, EscalationStage stage) {
        return done(proposing(by, seen, stage));
    }

    /** What became of a decision on the stage. */
    Outcome<Escalation> deciding(Actor by, Escalation seen, boolean approve) {
        DecideEscalationStage wish = new DecideEscalationStage(
                key(), seen.id(), seen.version(), approve, approve ? null : "Wait for the fair.");
        return tenancy.callOutside(by, () -> service.decide(wish));
    }

    /** One proposes the stage and another approves it. */
    Escalation reach(Actor maker, Actor checker, Escalation seen, EscalationStage stage) {
        return done(deciding(checker, propose(maker, seen, stage), true));
    }

    /** What became of the wish for a measure. */
    Outcome<EscalationMeasure> proposing(Actor by, Escalation seen, EscalationMeasureKind kind, String untilOrNull) {
        ProposeEscalationMeasure wish = new ProposeEscalationMeasure(
                key(),
                seen.id(),
                seen.version(),
                kind,
                kind.needsDetails() ? "The autumn rebate." : null,
                untilOrNull == null ? null : LocalDate.parse(untilOrNull),
                "It goes on buying.");
        return tenancy.callOutside(by, () -> measures.propose(wish));
    }

    /** What became of a decision on the measure. */
    Outcome<EscalationMeasure> deciding(Actor by, EscalationMeasure seen, boolean approve) {
        DecideEscalationMeasure wish =
                new DecideEscalationMeasure(key(), seen.id(), seen.version(), approve, approve ? null : "Not yet.");
        return tenancy.callOutside(by, () -> measures.decide(wish));
    }

    /** One proposes the measure and another approves it. */
    EscalationMeasure take(Actor maker, Actor checker, Escalation seen, EscalationMeasureKind kind) {
        return done(deciding(checker, done(proposing(maker, find(maker, seen), kind, null)), true));
    }

    /** What became of the wish to lift the measure. */
    Outcome<EscalationMeasure> lifting(Actor by, EscalationMeasure seen) {
        LiftEscalationMeasure wish =
                new LiftEscalationMeasure(key(), seen.id(), seen.version(), "The owner came to see us.");
        return tenancy.callOutside(by, () -> measures.lift(wish));
    }

    /** Ends the case. */
    Outcome<Escalation> closing(Actor by, Escalation seen) {
        CloseEscalation wish = new CloseEscalation(key(), seen.id(), seen.version(), "They are merged into another.");
        return tenancy.callOutside(by, () -> service.close(wish));
    }

    /** The case as it is now. */
    Escalation find(Actor by, Escalation seen) {
        return tenancy.call(by, () -> escalations.find(seen.uuid())).orElseThrow();
    }

    /** The case with the global id. */
    Escalation find(Actor by, String id) {
        return tenancy.call(by, () -> escalations.find(NodeId.uuidOf(id))).orElseThrow();
    }

    /** Whether the person sees the case. */
    boolean exists(Actor by, Escalation seen) {
        return tenancy.call(by, () -> escalations.find(seen.uuid())).isPresent();
    }

    /** The measure as it is now. */
    EscalationMeasure find(Actor by, EscalationMeasure seen) {
        return tenancy.call(by, () -> measures.find(seen.uuid())).orElseThrow();
    }

    /** The kinds of letters that went to the customer, in their order. */
    List<String> letters(Actor tenant, UUID customer) {
        return tenancy.call(tenant, () -> sql.of("""
                        select l.kind || coalesce(' warns of ' || l.warning_next || ' after ' || l.warning_deadline, '') as letter
                        from letter l where l.tenant_id = :tenant and l.customer_id = :customer order by l.sequence""").bind("customer", customer).list(row -> row.text("letter")));
    }

    /** The kinds of letters that went to the customer and where they are, in their order. */
    List<String> letterStates(Actor tenant, UUID customer) {
        return tenancy.call(tenant, () -> sql.of("""
                        select l.kind || ' ' || l.status as letter from letter l
                        where l.tenant_id = :tenant and l.customer_id = :customer order by l.sequence""").bind("customer", customer).list(row -> row.text("letter")));
    }

    /** The payments for which the customer was thanked. */
    List<UUID> thankedFor(Actor tenant, UUID customer) {
        return tenancy.call(tenant, () -> sql.of("""
                        select l.payment_id from letter l
                        where l.tenant_id = :tenant and l.customer_id = :customer and l.kind = 'RECEIPT' order by l.sequence""").bind("customer", customer).list(row -> row.uuid("payment_id")));
    }

    /** So many small fees of the customer, which are told in its account. */
    void fees(Actor tenant, UUID customer, int count) {
        tenancy.run(
                tenant,
                () -> sql.of("""
                        insert into receivable (tenant_id, id, customer_id, number, kind, issue_date, due_date, currency, amount, created_at)
                        select :tenant, gen_random_uuid(), :customer, 'F' || n.n, 'FEE', cast(:today as date), cast(:today as date), 'CNY', 0.01, :now
                        from generate_series(1, cast(:count as int)) n (n)""")
                        .bind("customer", customer)
                        .bind("count", count)
                        .bind("today", tenancy.today(tenant))
                        .bind("now", clock.instant())
                        .update());
    }

    /** What happened to the case, in order. */
    List<String> history(Actor tenant, Escalation seen) {
        return tenancy.call(
                tenant, () -> sql.of("""
                        select v.kind || coalesce(' ' || v.stage, '') || coalesce(' ' || v.measure_kind, '') as event from escalation_event v
                        where v.tenant_id = :tenant and v.escalation_id = :escalation order by v.happened_at, v.id""").bind("escalation", seen.uuid()).list(row -> row.text("event")));
    }

    /** The codes of the refusals. */
    static List<String> codes(Outcome<?> outcome) {
        return outcome.errors().stream().map(UserError::code).toList();
    }

    static <T> T done(Outcome<T> outcome) {
        assertThat(outcome.errors()).isEmpty();
        return outcome.valueOrNull();
    }
}
