package io.huikuan.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.job.JobName;
import io.huikuan.job.JobRun;
import io.huikuan.job.Jobs;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.letter.LetterKind;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Strategies in tests, by the same use cases as the API. What is refused here fails the test, unless its outcome is asked for. */
@ApplicationScoped
public class StrategyWorld {

    private static final Paging ALL = new Paging(100, null, true);

    private final Tenancy tenancy;
    private final TestClock clock;
    private final StrategyService service;
    private final Strategies strategies;
    private final StrategyPreviews previews;
    private final StrategyLetters letters;
    private final CollectionTasks tasks;
    private final Jobs jobs;
    private final Sql sql;

    StrategyWorld(
            Tenancy tenancy,
            TestClock clock,
            StrategyService service,
            Strategies strategies,
            StrategyPreviews previews,
            StrategyLetters letters,
            CollectionTasks tasks,
            Jobs jobs,
            Sql sql) {
        this.tenancy = tenancy;
        this.clock = clock;
        this.service = service;
        this.strategies = strategies;
        this.previews = previews;
        this.letters = letters;
        this.tasks = tasks;
        this.jobs = jobs;
        this.sql = sql;
    }

    /** A step on a calendar day that is a call by the owner. */
    static StrategyStepWish call(int day) {
        return step(day, false, StrategyChannel.PHONE_TASK, null);
    }

    /** A step on a calendar day that is a visit by the owner. */
    static StrategyStepWish visit(int day) {
        return step(day, false, StrategyChannel.VISIT_TASK, null);
    }

    /** A step on a calendar day that sends an e-mail. */
    static StrategyStepWish email(int day) {
        return step(day, false, StrategyChannel.EMAIL, LetterKind.PAYMENT_REMINDER);
    }

    /** A step on a calendar day that sends an overdue notice. */
    static StrategyStepWish notice(int day) {
        return step(day, false, StrategyChannel.EMAIL, LetterKind.OVERDUE_NOTICE);
    }

    /** A step on a calendar day that tells our own people. */
    static StrategyStepWish robot(int day) {
        return step(day, false, StrategyChannel.ROBOT, null);
    }

    /** The same on a business day. */
    static StrategyStepWish onBusinessDay(StrategyStepWish step) {
        return step(step.day(), true, step.channel(), step.letterKind());
    }

    private static StrategyStepWish step(int day, boolean business, StrategyChannel channel, LetterKind kind) {
        return new StrategyStepWish(
                day, business, channel, kind, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same for one class of debtors. */
    static StrategyStepWish forClass(StrategyStepWish step, DebtorClass only) {
        return new StrategyStepWish(
                step.day(),
                step.businessDays(),
                step.channel(),
                step.letterKind(),
                null,
                null,
                null,
                null,
                null,
                List.of(only),
                null,
                null,
                null,
                null);
    }

    /** The same from an amount in a currency on. */
    static StrategyStepWish atLeast(StrategyStepWish step, String amount, String currency) {
        return new StrategyStepWish(
                step.day(),
                step.businessDays(),
                step.channel(),
                step.letterKind(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new MoneyInput(new Decimal(amount), currency)),
                null,
                null,
                null);
    }

    /** The same, repeated. */
    static StrategyStepWish repeated(StrategyStepWish step, int every, int sooner, int fewest) {
        return new StrategyStepWish(
                step.day(),
                step.businessDays(),
                step.channel(),
                step.letterKind(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                every,
                sooner,
                fewest);
    }

    /** The same, for this user to do. */
    static StrategyStepWish by(StrategyStepWish step, Actor user) {
        return new StrategyStepWish(
                step.day(),
                step.businessDays(),
                step.channel(),
                step.letterKind(),
                null,
                null,
                null,
                null,
                NodeId.of(NodeKind.USER, user.user().orElseThrow()),
                null,
                null,
                null,
                null,
                null);
    }

    /** The same, for managers to do. */
    static StrategyStepWish byManagers(StrategyStepWish step) {
        return new StrategyStepWish(
                step.day(),
                step.businessDays(),
                step.channel(),
                step.letterKind(),
                null,
                null,
                null,
                StepAssignee.MANAGER,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The wish for a strategy of these classes in a region. */
    static CreateStrategy wish(List<DebtorClass> classes, String regionOrNull, StrategyStepWish... steps) {
        return new CreateStrategy(
                Uuids.next().toString(), "A strategy", classes, regionOrNull, 0, null, List.of(steps));
    }

    /** What became of the wish. */
    Outcome<Strategy> create(Actor actor, CreateStrategy wish) {
        return tenancy.callOutside(actor, () -> service.create(wish));
    }

    /** An active strategy for everybody. */
    public UUID active(Actor actor, StrategyStepWish... steps) {
        return active(actor, List.of(), steps);
    }

    /** An active strategy for these classes. */
    public UUID active(Actor actor, List<DebtorClass> classes, StrategyStepWish... steps) {
        UUID strategy = done(create(actor, wish(classes, null, steps))).uuid();
        activate(actor, strategy);
        return strategy;
    }

    /** A draft of these steps, with quiet days. */
    void draft(Actor actor, UUID strategy, int quietDays, StrategyStepWish... steps) {
        done(tenancy.callOutside(
                actor,
                () -> service.saveDraft(new SaveStrategyDraft(
                        Uuids.next().toString(),
                        NodeId.of(NodeKind.STRATEGY, strategy),
                        version(actor, strategy),
                        null,
                        quietDays,
                        List.of(steps)))));
    }

    /** Makes the draft active. */
    void activate(Actor actor, UUID strategy) {
        done(decide(actor, strategy, version(actor, strategy), true));
    }

    /** Activates it, or ends it, as of a version that was seen. */
    Outcome<Strategy> decide(Actor actor, UUID strategy, int version, boolean activate) {
        DecideStrategy wish =
                new DecideStrategy(Uuids.next().toString(), NodeId.of(NodeKind.STRATEGY, strategy), version);
        return tenancy.callOutside(actor, () -> activate ? service.activate(wish) : service.end(wish));
    }

    /** The version of the strategy. */
    int version(Actor actor, UUID strategy) {
        return tenancy.call(actor, () -> strategies.find(strategy))
                .orElseThrow()
                .version();
    }

    /** The class of a customer is confirmed. */
    void classify(Actor tenant, UUID customer, DebtorClass as) {
        tenancy.run(
                tenant,
                () -> sql.of("""
                        insert into debtor_class (tenant_id, customer_id, version, class, proposed, confirmed_on, confirmed_at)
                        values (:tenant, :customer, 1, :class, :class, '2026-01-01', now())
                        on conflict (tenant_id, customer_id) do update set class = excluded.class""").bind("customer", customer).bind("class", as).update());
    }

    /** It is a time of this day where the tenant is. */
    void at(Actor tenant, String day, String time) {
        clock.set(LocalDate.parse(day)
                .atTime(LocalTime.parse(time))
                .atZone(tenant.zone())
                .toInstant());
    }

    /** It is the morning of this day, and the day's run is done. */
    public JobRun day(Actor tenant, String day) {
        at(tenant, day, "06:00");
        return run(tenant);
    }

    /** The run of the day that it is. */
    JobRun run(Actor tenant) {
        Actor admin = tenancy.user(tenant, Role.ADMIN, null);
        JobRun run = tenancy.callOutside(admin, () -> jobs.run(new Jobs.RunJob(null, JobName.STRATEGY_RUN, null)))
                .valueOrNull();
        assertThat(run.error()).isNull();
        return run;
    }

    /** Lets letters go out that may, at a time of the day. */
    public void send(Actor tenant, String day, String time) {
        at(tenant, day, time);
        tenancy.callOutside(tenant, () -> {
            letters.send();
            return null;
        });
    }

    /** What strategies did with the customer, the oldest first: channel, planned day, status and reason. */
    public List<String> history(Actor actor, UUID customer) {
        return tasks(actor, customer).stream()
                .map(task -> task.channel() + " " + task.plannedOn() + " " + task.status()
                        + (task.reason() == null ? "" : " " + task.reason()))
                .toList();
    }

    /** The same as it is shown, the oldest first. */
    List<CollectionTask> tasks(Actor actor, UUID customer) {
        List<CollectionTask> newestFirst = tenancy.call(
                        actor,
                        () -> tasks.pages(Set.of(customer), Set.of(), ALL).get(customer))
                .nodes();
        return newestFirst.stream()
                .sorted(java.util.Comparator.comparing(CollectionTask::madeAt).thenComparing(CollectionTask::id))
                .toList();
    }

    /** What a preview says of the customer as of today: verdict, and the step where there is one. */
    String verdict(Actor actor, UUID strategy, UUID customer) {
        StrategyPreviewRow row = preview(actor, strategy, null).get(customer);
        return row.verdict() + (row.position() == null ? "" : " " + row.position());
    }

    /** A preview, by customers. */
    Map<UUID, StrategyPreviewRow> preview(Actor actor, UUID strategy, LocalDate asOfOrNull) {
        return tenancy.call(actor, () -> {
            StrategyPreview preview = previews.of(NodeId.of(NodeKind.STRATEGY, strategy), asOfOrNull)
                    .orElseThrow();
            Map<UUID, StrategyPreviewRow> rows = previews.rows(preview, Set.of(), ALL).nodes().stream()
                    .collect(Collectors.toMap(StrategyPreviewRow::customer, row -> row));
            int counted = preview.counts().stream()
                    .mapToInt(StrategyPreviewCount::customers)
                    .sum();
            assertThat(counted).isEqualTo(rows.size());
            return rows;
        });
    }

    /** The number of a kind of rows of the tenant. */
    int count(Actor tenant, String table) {
        return tenancy.call(
                tenant,
                () -> sql.of("select count(*) as count from " + table + " t where t.tenant_id = :tenant")
                        .one(row -> row.integer("count")));
    }

    /** A contact person with an address, or none. */
    void person(Actor tenant, UUID customer, Optional<String> email) {
        person(tenant, customer, "王经理", "DECIDES", email);
    }

    /** Who sees to payments at the customer, and to whom letters go. */
    void cashier(Actor tenant, UUID customer) {
        person(tenant, customer, "李出纳", "PROCESSES", Optional.empty());
    }

    private void person(Actor tenant, UUID customer, String name, String role, Optional<String> email) {
        tenancy.run(
                tenant,
                () -> sql.of(
                                "insert into contact_person (tenant_id, id, version, customer_id, name, decision_role, email, created_at)"
                                        + " values (:tenant, :id, 1, :customer, :name, :role, :email, now())")
                        .bind("id", Uuids.next())
                        .bind("customer", customer)
                        .bind("name", name)
                        .bind("role", role)
                        .bind("email", email.orElse(null))
                        .update());
    }

    static <T> T done(Outcome<T> outcome) {
        assertThat(outcome.errors()).isEmpty();
        return outcome.valueOrNull();
    }
}
