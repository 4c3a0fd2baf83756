package io.huikuan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.huikuan.alert.AlertFilter;
import io.huikuan.alert.data.AlertReads;
import io.huikuan.alert.live.LiveAlerts;
import io.huikuan.contact.AutomaticCause;
import io.huikuan.contact.AutomaticContact;
import io.huikuan.contact.ContactChannel;
import io.huikuan.contact.data.AutomaticContactStore;
import io.huikuan.contact.data.ContactStore;
import io.huikuan.customer.CustomerReads;
import io.huikuan.customer.data.ContactPersonQueries;
import io.huikuan.escalation.data.DossierReads;
import io.huikuan.escalation.data.DossierSheet;
import io.huikuan.escalation.data.MoneyFollower;
import io.huikuan.imports.data.RunStore;
import io.huikuan.job.JobName;
import io.huikuan.job.data.JobStore;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.letter.LetterCause;
import io.huikuan.letter.data.LetterStore;
import io.huikuan.notification.NotificationState;
import io.huikuan.notification.data.AddressStore;
import io.huikuan.notification.data.DeviceStore;
import io.huikuan.notification.data.EndpointStore;
import io.huikuan.notification.data.MailStore;
import io.huikuan.notification.data.NotificationReads;
import io.huikuan.notification.data.OutboxStore;
import io.huikuan.notification.mail.Mail;
import io.huikuan.partner.data.InvitationStore;
import io.huikuan.payment.data.PaymentStore;
import io.huikuan.phone.data.ThingReads;
import io.huikuan.phone.domain.Horizon;
import io.huikuan.phone.domain.Round;
import io.huikuan.phone.domain.Spot;
import io.huikuan.phone.domain.Step;
import io.huikuan.plan.data.PlanReads;
import io.huikuan.plan.data.PlanStore;
import io.huikuan.platform.database.DatabaseAccess;
import io.huikuan.platform.database.DatabaseConfig;
import io.huikuan.platform.demo.DemoTenant;
import io.huikuan.platform.demo.DemoTokens;
import io.huikuan.platform.security.TokenAuthenticator;
import io.huikuan.sellthrough.data.CycleStore;
import io.huikuan.strategy.TaskReason;
import io.huikuan.strategy.data.ActionStore;
import io.huikuan.strategy.data.StrategyStore;
import io.huikuan.support.DeadLetters;
import io.huikuan.support.EmittedSql;
import io.huikuan.support.EmittedSql.Emitted;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TenantOfPlans;
import io.huikuan.tenant.data.UserStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Row-level security is the second lock, not the filter: every statement that the service sends names the tenant itself, of every table
 * that it touches. All of it is sent once and looked at as PostgreSQL plans it.
 */
@QuarkusTest
@TestProfile(EmittedSqlTest.AllAtWork.class)
class EmittedSqlTest {

    /** With everything that works by itself, every statement's text sent every time, and a database in which nothing was done yet. */
    public static class AllAtWork implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "huikuan.home",
                    "target/emitted-sql-home",
                    "quarkus.datasource.jdbc.additional-jdbc-properties.prepareThreshold",
                    "0",
                    "huikuan.job.every",
                    "1s",
                    "huikuan.imports.sweep-every",
                    "1s",
                    "huikuan.phone.sweep-every",
                    "1s",
                    "huikuan.attachment.sweep-every",
                    "1s",
                    "huikuan.audit.every",
                    "1s",
                    "huikuan.notification.enabled",
                    "true",
                    "huikuan.notification.every",
                    "1s",
                    "huikuan.strategy.enabled",
                    "true");
        }
    }

    /** What has no plan and touches no table: transactions, the tenant of one, waiting for news, and counting temporary rows. */
    private static final Pattern NO_PLAN = Pattern.compile(
            "BEGIN|COMMIT|ROLLBACK|SET LOCAL app\\.tenant = '[0-9a-f-]{36}'|LISTEN \\w+|SET application_name ="
                    + " .*|analyze \\w+|set local \\w+ = \\w+|",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TEMPORARY = Pattern.compile(
            "create temporary table (\\w+) \\(tenant_id uuid not null default .*\\) on commit drop", Pattern.DOTALL);

    /** What a node reads before it knows a tenant, of the table of tenants alone: whom to work for. */
    private static final Set<String> ACROSS_TENANTS =
            Set.of("select tenant_id, code, time_zone, base_currency from tenant order by code");

    /** What is sent at the start only, before the test can listen: whether there is any tenant. */
    private static final Set<String> SENT_BEFORE =
            Set.of("io.huikuan.platform.bootstrap.TenantIntroduction.isThereAny");

    @Inject
    DemoTenant tenant;

    @Inject
    DemoTokens tokens;

    @Inject
    TokenAuthenticator people;

    @Inject
    ActingAs actingAs;

    @Inject
    LiveAlerts live;

    @Inject
    DatabaseConfig config;

    @Inject
    BusinessDates dates;

    @Inject
    Tenancy tenancy;

    @Inject
    JobStore jobs;

    @Inject
    MailStore mails;

    @Inject
    InvitationStore invitations;

    @Inject
    LetterStore letters;

    @Inject
    CustomerReads customers;

    @Inject
    ContactStore contacts;

    @Inject
    Sql sql;

    @Inject
    AutomaticContactStore automaticContacts;

    @Inject
    OutboxStore outbox;

    @Inject
    AddressStore addresses;

    @Inject
    DeviceStore devices;

    @Inject
    EndpointStore endpoints;

    @Inject
    NotificationReads notifications;

    @Inject
    DeadLetters deadLetters;

    @Inject
    AlertReads alerts;

    @Inject
    RunStore importRuns;

    @Inject
    PaymentStore payments;

    @Inject
    ContactPersonQueries persons;

    @Inject
    PlanStore plans;

    @Inject
    PlanReads planReads;

    @Inject
    UserStore users;

    @Inject
    CycleStore cycles;

    @Inject
    ActionStore strategyActions;

    @Inject
    StrategyStore strategies;

    @Inject
    ThingReads things;

    @Inject
    DossierReads dossiers;

    @Inject
    MoneyFollower follower;

    @Test
    void every_statement_names_the_tenant_of_every_table() throws Exception {
        try (EmittedSql emitted = EmittedSql.listen()) {
            tenancy.tenant(whereItIsNoon());
            AppsAtWork apps = new AppsAtWork(tenant, tokens);
            Actor admin = people.actor(apps.token("admin"));
            Cancellable listening = actingAs.call(admin, () -> live.raised(AlertFilter.ALL))
                    .subscribe()
                    .with(alert -> {});
            apps.doEverything(() -> deadLetters.one(admin));
            new FilesAtWork(apps.token("finance"), apps.today()).sendEverything();
            apps.run("rep-alert-inbox", "finance", Map.of("first", 100));
            countEverything(apps);
            sayItTwice(apps);
            actingAs.run(admin, () -> QuarkusTransaction.requiringNew().run(() -> seldom(admin, apps.today())));
            Set<String> silent = untilAllHaveSent(emitted);
            listening.cancel();

            assertThat(holes(emitted.statements())).isEmpty();
            assertThat(silent).as("methods that have sent nothing").isEqualTo(SENT_BEFORE);
        }
    }

    /** A zone in which the hour of the daily jobs has come, whenever this runs. */
    private String whereItIsNoon() {
        int ahead = 12 - dates.now().atOffset(ZoneOffset.UTC).getHour();
        return "Etc/GMT" + (ahead > 0 ? "-" : "+") + Math.abs(ahead);
    }

    /** Asks for what the documents leave out: how many there are, and things by their names. */
    private static void countEverything(AppsAtWork apps) {
        JsonPath totals = apps.ask("finance", """
            { customers(first: 30) { totalCount nodes { code
                contactHistory(first: 1) { totalCount } contactPersons { reportsTo { name } }
                alerts(first: 1) { totalCount } paymentPlans(first: 1) { totalCount }
                receivables(first: 1) { totalCount nodes { history(first: 1) { totalCount } } }
                payments(first: 1) { totalCount nodes { number allocations(first: 1) { totalCount } } } } }
              receivables { totalCount } payments { totalCount } alerts { totalCount } users { totalCount }
              jobRuns { totalCount } importRuns { totalCount } }\
            """, Map.of());
        apps.ask("admin", "{ notifications(first: 1) { totalCount pageInfo { endCursor } } }", Map.of());
        apps.ask(
                "finance",
                "query($code: String, $number: String) { customer(code: $code) { id } payment(number: $number) { id }"
                        + " }",
                Map.of(
                        "code",
                        totals.getString("data.customers.nodes.code[0]"),
                        "number",
                        totals.getString("data.customers.nodes.payments.nodes.flatten().number[0]")));
        apps.ask(
                "admin",
                "query($kind: [AuditKind!]) { auditEvents(filter: {kind: $kind, from: \"2026-01-01T00:00:00Z\"}) {"
                        + " totalCount } }",
                Map.of("kind", List.of("SIGNED_IN")));
        apps.ask(
                "partner-d01",
                "{ myAccount { installments(first: 1) { totalCount } payments(first: 1) { totalCount } }"
                        + " myStatement(from: \"2020-01-01\") { currencies { lines(first: 1) { totalCount } } } }",
                Map.of());
    }

    /** A contact about a receivable, with a client key that is used again. */
    private static void sayItTwice(AppsAtWork apps) {
        JsonPath owed = apps.ask("finance", "{ receivables(first: 1) { nodes { id customer { id } } } }", Map.of())
                .setRootPath("data.receivables.nodes[0]");
        Map<String, Object> input = Map.of(
                "clientKey",
                Uuids.next().toString(),
                "customerId",
                owed.getString("customer.id"),
                "receivableIds",
                List.of(owed.getString("id")),
                "channel",
                "PHONE",
                "outcome",
                "REACHED",
                "occurredAt",
                apps.today().minusDays(1) + "T07:30:00Z",
                "summary",
                "They asked for a copy.",
                "outsideReason",
                "They asked for it.");
        apps.run("rep-log-contact", "finance", Map.of("input", input));
        apps.run("rep-log-contact", "finance", Map.of("input", input));
    }

    /** What only failures, crashes, refusals and rare states of the books lead to: its statements are sent for things that do not exist. */
    private void seldom(Actor admin, LocalDate today) {
        UUID nothing = Uuids.next();
        jobs.fail(
                nothing,
                new JobStore.Ticket(JobName.PLAN_REVIEW, today, Optional.of(today.minusYears(9)), 1),
                "",
                dates.now());
        jobs.bury(JobName.PLAN_REVIEW, "");
        automaticContacts.add(
                Map.of(
                        nothing,
                        new AutomaticContact(
                                sql.of("select id from customer where tenant_id = :tenant limit 1")
                                        .one(row -> row.uuid("id")),
                                Optional.empty(),
                                ContactChannel.LETTER,
                                AutomaticCause.STRATEGY,
                                nothing)),
                dates.now());
        outbox.await(List.of(new OutboxStore.Waiting(nothing, dates.now(), true, null, null, null)));
        addresses.of(List.of(nothing));
        devices.forget(List.of(nothing));
        endpoints.switchOff(List.of(nothing));
        notifications.retry(nothing);
        mails.insert(new Mail(nothing, "nobody@huikuan.example", new Mail.Text("", "", ""), dates.now()));
        mails.lease(Duration.ofMinutes(1));
        mails.await(nothing, dates.now(), null);
        mails.end(nothing, NotificationState.DEAD, null);
        mails.deliveries(List.of(nothing));
        mails.withdraw(List.of(nothing));
        mails.expire();
        invitations.parties(sql.of("select id from customer where tenant_id = :tenant limit 1")
                .one(row -> row.uuid("id")));
        letters.emailed(nothing);
        letters.toPrint(nothing);
        letters.forget(nothing);
        letters.waiting(LetterCause.STRATEGY, List.of(nothing));
        letters.awaitingLetters(Set.of(nothing));
        letters.settled(Set.of(nothing));
        letters.withdraw(List.of(nothing));
        customers.isSeenByAnother(nothing, Set.of(Role.MANAGER), nothing);
        contacts.reroute(nothing, ContactChannel.LETTER);
        alerts.batchesSince(dates.now());
        importRuns.progress(nothing, 1);
        payments.withUnapplied(List.of(nothing));
        persons.reportsTo(nothing, nothing);
        planReads.numbers(List.of(nothing));
        plans.isLate(nothing, today);
        plans.numbersOf(List.of(nothing));
        plans.replannedSince(List.of(nothing), today);
        users.someoneElseMayDecide(admin.user().orElseThrow());
        strategies.someoneElseMayActivate(new StrategyStore.Locked(nothing, 1, List.of(), null, false));
        strategyActions.lock(new ActionStore.Leased(nothing, nothing, 1));
        strategyActions.await(nothing, dates.now());
        strategyActions.sent(nothing, nothing);
        strategyActions.end(nothing, TaskReason.GIVEN_UP, true);
        cycles.ruledByTenant();
        cycles.withCycles(List.of(nothing));
        Round round = Round.fromNothing(new Horizon(1, 1, List.of()));
        for (Step step : Step.values()) {
            if (step.isWhole()) {
                things.of(List.of(nothing), round.at(Spot.startOf(step)));
            }
        }
        for (DossierSheet sheet : DossierSheet.values()) {
            dossiers.rows(sheet, nothing);
        }
        follower.lift(List.of());
        follower.reopen(List.of());
        follower.thanked(nothing, nothing);
        things.alertsOf(List.of(nothing), round.at(Spot.startOf(Step.ALERTS_OF_USERS)));
    }

    /** What works by itself may need a moment. */
    private static Set<String> untilAllHaveSent(EmittedSql emitted) throws InterruptedException {
        Set<String> senders = methodsThatSend();
        for (int moment = 0; moment < 100; moment++) {
            senders.removeAll(emitted.senders());
            if (senders.equals(SENT_BEFORE)) {
                break;
            }
            Thread.sleep(100);
        }
        return senders;
    }

    private Map<String, List<String>> holes(List<Emitted> statements) throws SQLException {
        Map<String, List<String>> holes = new TreeMap<>();
        DatabaseAccess access = config.access();
        try (TenantOfPlans plans = new TenantOfPlans(DriverManager.getConnection(
                config.url(), access.owner().username(), access.owner().password()))) {
            for (Emitted statement : statements) {
                Matcher temporary = TEMPORARY.matcher(statement.text());
                if (temporary.matches()) {
                    plans.lay(temporary.group(1), statement.text());
                } else if (!NO_PLAN.matcher(statement.text()).matches()) {
                    List<String> found = new ArrayList<>();
                    try {
                        found.addAll(plans.holes(statement));
                    } catch (SQLException e) {
                        found.add("no plan: " + e.getMessage());
                    }
                    if (!found.isEmpty() && !ACROSS_TENANTS.contains(statement.text())) {
                        holes.put(statement.text(), found);
                    }
                }
            }
        }
        return holes;
    }

    private static Set<String> methodsThatSend() {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return methodsThatSend(new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.huikuan"));
        });
    }

    private static Set<String> methodsThatSend(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> makesStatement(call.getTarget()) && !isStatement(call.getOrigin()))
                .map(call ->
                        call.getOriginOwner().getName() + "." + call.getOrigin().getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean makesStatement(AccessTarget.MethodCallTarget target) {
        return target.getRawReturnType().isEquivalentTo(Statement.class)
                && !target.getOwner().isEquivalentTo(Statement.class);
    }

    /** A method that only begins a statement: whoever called it sends it. */
    private static boolean isStatement(JavaCodeUnit method) {
        return method.getRawReturnType().isEquivalentTo(Statement.class);
    }
}
