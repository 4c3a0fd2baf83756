package io.huikuan.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Role;
import io.huikuan.platform.live.LiveClient;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances on one database: what is to happen once happens once, whoever does it, and both tell of it. */
class TwoInstancesIT {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Map<String, ZoneId> DAILY = Map.of(
            "daily-east", ZoneId.of("Pacific/Kiritimati"),
            "daily-middle", SHANGHAI,
            "daily-west", ZoneId.of("America/Los_Angeles"));
    private static final String BY_HAND = "hand";
    private static final String LIVE = "live";
    private static final String PORTAL = "portal";
    private static final int CUSTOMERS = 10;
    private static final int RECEIVABLES = 300;

    private static Home home;
    private static Instance one;
    private static Instance other;

    /** Their hour has come for all when both start, on the data and the database that a killed one has left. */
    @BeforeAll
    static void startBothAtOnce() throws Exception {
        home = Home.empty()
                .withTenant(BY_HAND, SHANGHAI.getId(), "CNY")
                .withTenant(LIVE, SHANGHAI.getId(), "CNY")
                .withTenant(PORTAL, SHANGHAI.getId(), "CNY");
        DAILY.forEach((tenant, zone) -> home.withTenant(tenant, zone.getId(), "CNY"));
        Instance loader = home.start(false).awaitReady();
        for (Map.Entry<String, ZoneId> tenant : DAILY.entrySet()) {
            prepare(loader, tenant.getKey(), LocalDate.now(tenant.getValue()).minusDays(10));
        }
        loader.kill();
        try (Obstacle batch = Obstacle.of(home, Tenants.NO_BATCH)) {
            one = home.start(true);
            other = home.start(true);
            batch.awaitWaiting(2);
        }
        one.awaitReady();
        other.awaitReady();
    }

    private static void prepare(Instance loader, String tenant, LocalDate due) {
        for (String manager : List.of("first", "second")) {
            loader.ask(home.token(tenant, Role.MANAGER, manager), "{ viewer { user { id } } }");
        }
        String token = home.token(tenant);
        load(loader, token, "customers", CsvFiles.customers(CUSTOMERS));
        load(loader, token, "receivables", CsvFiles.receivables("late", RECEIVABLES, CUSTOMERS, due));
        Tenants.jobsFromMidnight(loader, token);
    }

    @AfterAll
    static void end() throws IOException {
        home.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily-east", "daily-middle", "daily-west"})
    void each_job_runs_once_for_a_local_date_over_both(String tenant) throws Exception {
        String token = home.tokenOfCommand(tenant);
        Await.until(
                "all jobs are done",
                () -> runs(one, token).getList("status").stream()
                                .filter("SUCCEEDED"::equals)
                                .count()
                        >= 3);
        // Long enough for each of the two to look again what is to be done.
        Thread.sleep(1500);

        JsonPath runs = runs(other, token);
        assertThat(runs.getList("status")).containsOnly("SUCCEEDED");
        assertThat(runs.getList("collect { it.job + ' ' + it.asOf }"))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(runs.getInt("raised.sum()")).isEqualTo(RECEIVABLES);
        assertThat(one.ask(token, "{ alerts { totalCount } }").getInt("alerts.totalCount"))
                .isEqualTo(RECEIVABLES);
        assertThat(home.count("alert_event", tenant)).isEqualTo(RECEIVABLES);
        // Half of the customers have an owner; alerts of the others go to both managers.
        assertThat(home.count("outbox", tenant)).isEqualTo(RECEIVABLES / 2 + RECEIVABLES / 2 * 2);
    }

    @Test
    void a_job_that_both_run_by_hand_at_once_raises_nothing_twice() throws Exception {
        String token = home.token(BY_HAND);
        LocalDate due = LocalDate.now(SHANGHAI).minusDays(10);
        load(one, token, "customers", CsvFiles.customers(CUSTOMERS));
        for (int round = 1; round <= 3; round++) {
            load(one, token, "receivables", CsvFiles.receivables("late" + round, RECEIVABLES, CUSTOMERS, due));
            String key = "round " + round;
            List<String> runs = Stream.of(one, other, one, other)
                    .map(instance -> CompletableFuture.supplyAsync(() -> runInstallmentAlerts(instance, token, null)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(runs).doesNotHaveDuplicates();
            List<String> twins = Stream.of(one, other)
                    .map(instance -> CompletableFuture.supplyAsync(() -> runInstallmentAlerts(instance, token, key)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(twins.get(0)).isEqualTo(twins.get(1)).isNotIn(runs);

            int all = RECEIVABLES * round;
            assertThat(runs(other, token).getList("status")).containsOnly("SUCCEEDED");
            assertThat(runs(other, token).getInt("raised.sum()")).isEqualTo(all);
            assertThat(home.count("alert", BY_HAND)).isEqualTo(all);
            assertThat(home.count("alert_event", BY_HAND)).isEqualTo(all);
        }
    }

    @Test
    void an_alert_is_heard_on_both_whichever_raised_it() throws Exception {
        String token = home.token(LIVE);
        load(one, token, "customers", CsvFiles.customers(1));
        try (LiveClient atOne = listening(one, token);
                LiveClient atOther = listening(other, token)) {
            for (Instance raising : List.of(one, other, one, other)) {
                Instance elsewhere = raising == one ? other : one;
                String number = issueLate(elsewhere, token);

                long began = System.nanoTime();
                runInstallmentAlerts(raising, token, null);
                assertHeard(1, began, "runJob", atOne, atOther);

                String payment = pay(elsewhere, token, number);
                began = System.nanoTime();
                reverse(raising, token, payment);
                assertHeard(2, began, "reversePayment", atOne, atOther);
            }
            assertThat(atOne.nextSoon()).isNull();
            assertThat(atOther.nextSoon()).isNull();
        }
    }

    @Test
    void a_partners_user_who_is_removed_on_one_is_turned_away_by_both() throws Exception {
        String token = home.token(PORTAL);
        load(one, token, "customers", CsvFiles.customers(1));
        String partner = home.partnerToken(PORTAL, "C0");
        for (Instance instance : List.of(one, other)) {
            assertThat(instance.ask(partner, "{ myAccount { code } }").getString("myAccount.code"))
                    .isEqualTo("C0");
        }

        String user = one.ask(partner, "{ viewer { user { id } } }").getString("viewer.user.id");
        JsonPath removed = one.ask(
                token,
                "mutation($input: RemovePartnerUserInput!) { removePartnerUser(input: $input) { user { active } userErrors { code } } }",
                Map.of("input", Map.of("userId", user)));

        assertThat(removed.getBoolean("removePartnerUser.user.active")).isFalse();
        assertThat(one.status(partner, "{ myAccount { code } }")).isEqualTo(401);
        Await.until("the other node has heard of it", () -> other.status(partner, "{ myAccount { code } }") == 401);
    }

    private static void assertHeard(int occurrence, long began, String what, LiveClient... clients)
            throws InterruptedException {
        StringBuilder line = new StringBuilder("an alert raised by " + what + " was heard");
        for (LiveClient client : clients) {
            JsonObject alert =
                    client.next().getJsonObject("payload").getJsonObject("data").getJsonObject("alertRaised");
            line.append(" after ")
                    .append((System.nanoTime() - began) / 1_000_000)
                    .append(" ms");
            assertThat(alert.getString("type")).isEqualTo("INSTALLMENT_OVERDUE");
            assertThat(alert.getInteger("occurrence")).isEqualTo(occurrence);
        }
        System.out.println(line);
    }

    /** One that is told of what is raised from now on. The protocol does not say when a subscription has begun. */
    private static LiveClient listening(Instance instance, String token) throws InterruptedException {
        LiveClient client = LiveClient.acknowledged(instance.socket(), token);
        client.subscribe("alerts", "subscription { alertRaised { type occurrence } }");
        Thread.sleep(1000);
        return client;
    }

    private static String runInstallmentAlerts(Instance instance, String token, String clientKey) {
        String key = clientKey == null ? "null" : '"' + clientKey + '"';
        JsonPath answer = instance.ask(
                token,
                "mutation { runJob(input: {job: INSTALLMENT_ALERTS, clientKey: " + key
                        + "}) { jobRun { id status } userErrors { code } } }");
        assertThat(answer.getString("runJob.jobRun.status")).isEqualTo("SUCCEEDED");
        return answer.getString("runJob.jobRun.id");
    }

    private static int issued;

    /** Enters a receivable that is late, of which nobody has been told; answers its number. */
    private static String issueLate(Instance instance, String token) {
        String series = "live" + ++issued;
        LocalDate due = LocalDate.now(SHANGHAI).minusDays(10);
        load(instance, token, "receivables", CsvFiles.receivables(series, 1, 1, due));
        return series + "-0";
    }

    private static String pay(Instance instance, String token, String number) {
        JsonPath found = instance.ask(
                token,
                "query($number: String) { receivable(number: $number) { id customer { id } } }",
                Map.of("number", number));
        Map<String, Object> input = Map.of(
                "clientKey", number,
                "customerId", found.getString("receivable.customer.id"),
                "amount", Map.of("amount", CsvFiles.AMOUNT + ".00", "currency", "CNY"),
                "method", "BANK_TRANSFER",
                "receivedOn", LocalDate.now(SHANGHAI).toString(),
                "allocations",
                        List.of(Map.of(
                                "receivableId", found.getString("receivable.id"), "amount", CsvFiles.AMOUNT + ".00")));
        return instance.ask(
                        token,
                        "mutation($input: RecordPaymentInput!) { recordPayment(input: $input) { payment { id } userErrors { code } } }",
                        Map.of("input", input))
                .getString("recordPayment.payment.id");
    }

    private static void reverse(Instance instance, String token, String payment) {
        Map<String, Object> input = Map.of(
                "clientKey",
                "bounced " + payment,
                "paymentId",
                payment,
                "on",
                LocalDate.now(SHANGHAI).toString(),
                "reason",
                "It bounced.");
        JsonPath answer = instance.ask(
                token,
                "mutation($input: ReversePaymentInput!) { reversePayment(input: $input) { payment { status } userErrors { code } } }",
                Map.of("input", input));
        assertThat(answer.getString("reversePayment.payment.status")).isEqualTo("REVERSED");
    }

    private static void load(Instance instance, String token, String kind, String csv) {
        HttpResponse<String> answer = instance.load(token, kind, csv).join();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static JsonPath runs(Instance instance, String token) {
        return instance.ask(token, "{ jobRuns(first: 100) { nodes { job asOf status raised } } }")
                .setRootPath("data.jobRuns.nodes");
    }
}
