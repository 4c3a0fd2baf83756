package io.huikuan.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code kill -9} leaves of the work it interrupts: nothing. The embedded database outlives it, and the next start goes on from there. */
class KilledInstanceIT {

    private static final String IMPORTS = "imports";
    private static final String JOBS = "jobs";
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final int CUSTOMERS = 100;
    private static final int ROWS = 40_000;

    private static Home home;

    /** The one that is running; each test kills it and leaves another. */
    private static Instance instance;

    @BeforeAll
    static void start() throws Exception {
        home = Home.empty().withTenant(IMPORTS, ZONE.getId(), "CNY").withTenant(JOBS, ZONE.getId(), "CNY");
        instance = home.start(false).awaitReady();
    }

    /** The last one to leave stops the database, though another had started it. */
    @AfterAll
    static void end() throws Exception {
        try {
            instance.stop();
            assertThat(home.hasRunningDatabase()).isFalse();
        } finally {
            home.close();
        }
    }

    @Test
    void an_import_that_was_cut_off_has_loaded_nothing_and_the_file_can_be_sent_again() throws Exception {
        String token = home.token(IMPORTS);
        LocalDate due = LocalDate.now(ZONE).minusDays(10);
        loaded(token, "customers", CsvFiles.customers(CUSTOMERS));
        loaded(token, "receivables", CsvFiles.receivables("known", 50, CUSTOMERS, due));
        String file = CsvFiles.receivables("new", ROWS, CUSTOMERS, due);

        CompletableFuture<HttpResponse<String>> sending;
        try (Obstacle number = Obstacle.of(home, numberTaken("new-32000"))) {
            sending = instance.load(token, "receivables", file);
            number.awaitWaiting(1);
            assertThat(imports(token).getString("status[0]")).isEqualTo("RUNNING");
            assertThat(imports(token).getInt("rows[0]")).isEqualTo(ROWS);
            instance.kill();
        }
        assertThatThrownBy(sending::join).hasCauseInstanceOf(IOException.class);

        instance = home.start(false).awaitReady();
        assertThat(instance.log()).contains("Joined the PostgreSQL that was already running");
        Await.until(
                "the run is known to be dead",
                () -> imports(token).getString("status[0]").equals("FAILED"));
        assertThat(imports(token).getString("errors[0][0].message")).startsWith("The service stopped before the file");
        assertThat(owed(token)).isEqualTo("50 of 500.00");
        assertThat(rowsOfLedger()).containsOnly(50);

        assertThat(loaded(token, "receivables", file).getInt("created")).isEqualTo(ROWS);
        assertThat(owed(token)).isEqualTo("40050 of 400500.00");
        assertThat(rowsOfLedger()).containsOnly(ROWS + 50);
    }

    @Test
    void a_job_that_was_cut_off_has_raised_nothing_and_the_next_start_does_it_once() throws Exception {
        String token = home.token(JOBS);
        loaded(token, "customers", CsvFiles.customers(CUSTOMERS));
        loaded(
                token,
                "receivables",
                CsvFiles.receivables(
                        "late", 2_000, CUSTOMERS, LocalDate.now(ZONE).minusDays(10)));
        Tenants.jobsFromMidnight(instance, token);
        instance.kill();

        try (Obstacle batch = Obstacle.of(home, Tenants.NO_BATCH)) {
            instance = home.start(true).awaitReady();
            batch.awaitWaiting(1);
            assertThat(runs(token, "INSTALLMENT_ALERTS").getList("status")).containsExactly("RUNNING");
            instance.kill();
        }
        assertThat(home.count("alert", JOBS)).isZero();

        instance = home.start(true).awaitReady();
        Await.until(
                "the jobs are done",
                () -> runs(token, "SELL_THROUGH_ALERTS").getList("status").contains("SUCCEEDED"));
        assertThat(runs(token, "PLAN_REVIEW").getList("status")).containsExactly("SUCCEEDED");
        JsonPath runs = runs(token, "INSTALLMENT_ALERTS");
        assertThat(runs.getList("status")).containsExactly("SUCCEEDED", "FAILED");
        assertThat(runs.getList("raised")).containsExactly(2_000, 0);
        assertThat(runs.getString("error[1]")).startsWith("The node that ran it stopped in the middle");
        assertThat(alerts(token)).isEqualTo(2_000);
        assertThat(home.count("alert_event", JOBS)).isEqualTo(2_000);
        assertThat(home.count("outbox", JOBS)).isEqualTo(2_000);

        instance.stop();
        assertThat(home.hasRunningDatabase())
                .as("the last one to leave stops it")
                .isFalse();
        instance = home.start(false).awaitReady();
    }

    /** A receivable of this number that is about to be entered: who enters another one waits to see whether it will be. */
    private static String numberTaken(String number) {
        return "insert into receivable (tenant_id, id, customer_id, number, kind, issue_date, due_date, currency, amount, created_at)"
                + " select tenant_id, gen_random_uuid(), c.id, '" + number
                + "', 'INVOICE', current_date, current_date, 'CNY', 1, now()"
                + " from customer c join tenant t using (tenant_id) where t.code = '" + IMPORTS + "' and c.code = 'C0'";
    }

    private static JsonPath loaded(String token, String kind, String csv) {
        HttpResponse<String> answer = instance.load(token, kind, csv).join();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonPath.from(answer.body());
    }

    private static JsonPath imports(String token) {
        return instance.ask(token, "{ importRuns(first: 1) { nodes { status rows errors { message } } } }")
                .setRootPath("data.importRuns.nodes");
    }

    private static JsonPath runs(String token, String job) {
        return instance.ask(
                        token,
                        "query($job: JobName) { jobRuns(job: $job) { nodes { status raised error } } }",
                        Map.of("job", job))
                .setRootPath("data.jobRuns.nodes");
    }

    private static int alerts(String token) {
        return instance.ask(token, "{ alerts { totalCount } }").getInt("alerts.totalCount");
    }

    private static String owed(String token) {
        JsonPath rows = instance.ask(token, "{ aging { nodes { receivables outstanding } } }");
        return rows.getInt("aging.nodes[0].receivables") + " of " + rows.getString("aging.nodes[0].outstanding");
    }

    private static List<Integer> rowsOfLedger() throws Exception {
        return List.of(
                home.count("receivable", IMPORTS),
                home.count("schedule", IMPORTS),
                home.count("installment", IMPORTS),
                home.count("share", IMPORTS));
    }
}
