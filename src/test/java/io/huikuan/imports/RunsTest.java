package io.huikuan.imports;

import static io.huikuan.imports.ImportWorld.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.huikuan.imports.ImportWorld.Company;
import io.huikuan.imports.data.RunStore;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RunsTest {

    private static final String RUNS =
            "{ importRuns(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { id kind profile dryRun status rows created"
                    + " updated unchanged rejected startedAt finishedAt by { name } errors { row column code message } } } }";

    @Inject
    ImportWorld world;

    @Inject
    RunStore runs;

    @Inject
    ImportRuns history;

    private Company company;

    @BeforeEach
    void found() {
        company = world.company();
    }

    private JsonPath ask(Role role, String document) {
        return company.as(role)
                .contentType("application/json")
                .body(Map.of("query", document))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void every_attempt_is_in_the_history_the_latest_first() {
        company.send("customers", file("code,name", "C1,One"));
        company.send("customers", file("code,name", "C2,"));
        String id = company.send("customers", file("code,name", "C1,\"One")).path("id");
        JsonPath answer = ask(Role.FINANCE, RUNS);
        assertThat(answer.getInt("data.importRuns.totalCount")).isEqualTo(3);
        assertThat(answer.getBoolean("data.importRuns.pageInfo.hasNextPage")).isTrue();
        assertThat(answer.getString("data.importRuns.nodes[0].id")).isEqualTo(id);
        assertThat(answer.getList("data.importRuns.nodes.status")).containsExactly("FAILED", "FAILED");
        assertThat(answer.getList("data.importRuns.nodes.errors.code")).hasToString("[[MALFORMED_FILE], [REQUIRED]]");
        assertThat(answer.getList("data.importRuns.nodes.by.name")).containsExactly("finance", "finance");
        JsonPath next = ask(
                Role.ADMIN,
                "{ importRuns(after: \"" + answer.getString("data.importRuns.pageInfo.endCursor")
                        + "\") { pageInfo { hasNextPage } nodes { status created rows } } node(id: \"" + id
                        + "\") { id } }");
        assertThat(next.getList("data.importRuns.nodes.status")).containsExactly("SUCCEEDED");
        assertThat(next.getList("data.importRuns.nodes.created")).containsExactly(1);
        assertThat(next.getString("data.node.id")).isEqualTo(id);
    }

    @Test
    void the_history_is_for_those_who_may_import() {
        String id = company.send("customers", file("code,name", "C1,One")).path("id");
        assertThat(ask(Role.REP, RUNS).getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
        assertThat(ask(Role.MANAGER, "{ node(id: \"" + id + "\") { id } }").getString("data.node"))
                .isNull();
        Company other = world.company();
        assertThat(other.as(Role.ADMIN)
                        .contentType("application/json")
                        .body(Map.of("query", "{ node(id: \"" + id + "\") { id } importRuns { totalCount } }"))
                        .post("/graphql")
                        .jsonPath()
                        .getString("data"))
                .isIn("[node:null, importRuns:[totalCount:0]]", "[importRuns:[totalCount:0], node:null]");
    }

    @Test
    void a_run_whose_process_is_gone_is_ended_and_one_that_lives_is_not() {
        UUID gone = Uuids.next();
        UUID alive = Uuids.next();
        company.call(() -> {
            runs.begin(gone, "receivables", null, false);
            runs.begin(alive, "receivables", null, false);
            return null;
        });
        company.call(() -> {
            runs.hold(alive);
            assertThat(QuarkusTransaction.requiringNew().call(history::endDead)).isEqualTo(1);
            return null;
        });
        assertThat(company.call(() -> runs.find(gone).orElseThrow().status().name()))
                .isEqualTo("FAILED");
        assertThat(company.call(() -> runs.find(alive).orElseThrow().status().name()))
                .isEqualTo("RUNNING");
        assertThat(company.call(
                        () -> runs.errors(List.of(gone)).get(gone).get(0).code()))
                .isEqualTo("INTERNAL");
        assertThat(company.call(history::endDead)).isEqualTo(1);
    }

    @Test
    void many_rows_are_loaded_in_parts_and_a_file_that_is_sent_by_several_at_once_is_loaded_once() throws Exception {
        int count = 12_000;
        StringBuilder customers = new StringBuilder("code,name\n");
        IntStream.range(0, 300)
                .forEach(i -> customers
                        .append("C")
                        .append(i)
                        .append(",Demo ")
                        .append(i)
                        .append('\n'));
        company.send("customers", customers.toString()).then().statusCode(200);
        StringBuilder debts = new StringBuilder("number,customer_code,issue_date,due_date,amount,currency\n");
        IntStream.range(0, count)
                .forEach(i -> debts.append("R")
                        .append(i)
                        .append(",C")
                        .append(i % 300)
                        .append(",2026-01-01,2026-02-01,")
                        .append(i + 1)
                        .append(".25,CNY\n"));
        byte[] packed = ImportWorld.gzip(debts.toString().getBytes(StandardCharsets.UTF_8));
        List<JsonPath> answers = atOnce(() -> company.as(Role.FINANCE)
                .header("Content-Encoding", "gzip")
                .contentType("text/csv")
                .body(packed)
                .post("/imports/receivables")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath());
        assertThat(answers).extracting(answer -> answer.getInt("created")).containsExactlyInAnyOrder(count, 0, 0);
        assertThat(answers).extracting(answer -> answer.getInt("unchanged")).containsExactlyInAnyOrder(0, count, count);
        assertThat(company.list(
                        "select sum(open) as open, count(*) as n from open_share(:tenant, date '2026-06-30', 'ORIGINAL_DUE')",
                        row -> row.number("open").add(BigDecimal.valueOf(row.longInteger("n")))))
                .allMatch(sum -> sum.compareTo(BigDecimal.valueOf(count * (count + 1L) / 2 + count / 4 + count)) == 0);
    }

    private static <T> List<T> atOnce(Callable<T> work) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<T>> futures = threads.invokeAll(List.of(work, work, work));
            return List.of(
                    futures.get(0).get(), futures.get(1).get(), futures.get(2).get());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void files_of_all_kinds_go_over_one_connection_again_and_again() {
        company.send("customers", file("code,name", "C1,One"));
        for (int i = 0; i < 8; i++) {
            company.send("customers", file("code,name", "C1,Name " + i)).then().statusCode(200);
            company.send(
                            "contact-persons",
                            file("customer_code,source_key,name", "C1,K1,Name " + i, "C1,P" + i + ",Name"))
                    .then()
                    .statusCode(200);
            company.send(
                            "receivables",
                            file(
                                    "number,customer_code,issue_date,amount,currency,reference",
                                    "R1,C1,2026-01-01,1,CNY,R" + i))
                    .then()
                    .statusCode(200);
            company.send(
                            "payments",
                            file(
                                    "number,customer_code,received_on,amount,currency,reference",
                                    "R1,C1,2026-01-01,1,CNY,R" + i))
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void a_failed_file_keeps_its_first_hundred_errors() {
        StringBuilder bad = new StringBuilder("code,name\n");
        IntStream.range(0, 120).forEach(i -> bad.append(",x\n"));
        company.send("customers", bad.toString())
                .then()
                .statusCode(422)
                .body("errors", hasSize(100))
                .body("errorCount", equalTo(120));
        assertThat(company.count("import_error")).isEqualTo(100);
    }
}
