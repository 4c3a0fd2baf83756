package io.huikuan.imports;

import static io.huikuan.imports.ImportWorld.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.huikuan.imports.ImportWorld.Company;
import io.huikuan.kernel.sql.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReceivablesImportTest {

    private static final String CUSTOMERS = "code,name\nC1,Demo Distributor 01\nC2,示例经销商02\n";
    private static final String HEADER = "number,customer_code,issue_date,due_date,amount,currency,reference";
    private static final String TWO =
            file(HEADER, "R1,C1,2026-01-31,2026-02-14,1000.00,CNY,first", "R2,C2,2026-02-01,2026-03-01,250.5,CNY,");

    @Inject
    ImportWorld world;

    @Inject
    Sql sql;

    private Company company;

    @BeforeEach
    void send_customers() {
        company = world.company();
        company.send("customers", CUSTOMERS).then().statusCode(200).body("created", equalTo(2));
    }

    @Test
    void a_file_is_loaded_with_its_explicit_due_dates() {
        company.send("receivables", TWO)
                .then()
                .statusCode(200)
                .body("id", startsWith("imp_"))
                .body("kind", equalTo("receivables"))
                .body("status", equalTo("SUCCEEDED"))
                .body("rows", equalTo(2))
                .body("created", equalTo(2))
                .body("errorCount", equalTo(0))
                .body("errors", empty());
        // 14 February 2026 is a Saturday: it stays
        assertThat(open()).containsExactly("2026-02-14 1000.00", "2026-03-01 250.50");
    }

    @Test
    void the_same_file_twice_changes_nothing_and_says_so() {
        company.send("receivables", TWO);
        company.send("receivables", TWO)
                .then()
                .statusCode(200)
                .body("created", equalTo(0))
                .body("updated", equalTo(0))
                .body("unchanged", equalTo(2));
        assertThat(company.count("receivable")).isEqualTo(2);
    }

    @Test
    void changed_money_or_dates_of_a_known_number_are_refused_and_other_fields_updated() {
        company.send("receivables", TWO);
        company.send("receivables", TWO.replace("1000.00", "1000.01"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("CHANGED"))
                .body("errors.row", contains(2))
                .body("errors.column", contains("amount"))
                .body("rejected", equalTo(1))
                .body("unchanged", equalTo(1));
        company.send("receivables", TWO.replace("2026-03-01", "2026-03-02"))
                .then()
                .statusCode(422)
                .body("errors.column", contains("due_date"));
        company.send("receivables", TWO.replace("first", "second"))
                .then()
                .statusCode(200)
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));
        assertThat(company.list(
                        "select reference from receivable where tenant_id = :tenant and number = 'R1'",
                        row -> row.text("reference")))
                .containsExactly("second");
    }

    @Test
    void a_number_that_repeats_itself_in_the_file_is_one_receivable() {
        String row = "R1,C1,2026-01-31,2026-02-14,1000.00,CNY,first";
        company.send("receivables", file(HEADER, row, row, row.replace("first", "last")))
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("updated", equalTo(1));
        assertThat(company.list(
                        "select reference from receivable where tenant_id = :tenant", found -> found.text("reference")))
                .containsExactly("last");
        company.send(
                        "receivables",
                        file(
                                HEADER,
                                row.replace("R1", "R9"),
                                row.replace("R1", "R9").replace("1000", "999")))
                .then()
                .statusCode(422)
                .body("errors.code", contains("CHANGED"))
                .body("errors.row", contains(3));
    }

    @Test
    void a_file_with_one_bad_row_is_not_loaded_at_all_and_each_error_is_named() {
        company.send(
                        "receivables",
                        file(
                                HEADER,
                                "R1,C1,2026-01-31,2026-02-14,1000.00,CNY,",
                                "R2,nobody,2026-01-31,2026-02-14,1000.00,CNY,",
                                "R3,C1,2023-02-30,2026-02-14,1e3,CNY,",
                                "R4,C1,2026-01-31,2026-01-30,-5,XXX,",
                                "R5,C1,2026-01-31,2026-01-30,5.001,CNY,",
                                ",C1,2026-01-31,2026-02-14,0,CNY,",
                                "R7,C1,2199-01-31,2199-02-14,1,CNY,"))
                .then()
                .statusCode(422)
                .body("status", equalTo("FAILED"))
                .body("rows", equalTo(7))
                .body("created", equalTo(0))
                .body("rejected", equalTo(6))
                .body("errorCount", equalTo(10))
                .body("errors.row", contains(3, 4, 4, 5, 5, 6, 6, 7, 7, 8))
                .body(
                        "errors.code",
                        contains(
                                "NOT_FOUND",
                                "BAD_INPUT",
                                "BAD_INPUT",
                                "AMOUNT_NOT_POSITIVE",
                                "UNKNOWN_CURRENCY",
                                "TOO_MANY_DECIMALS",
                                "DATE_ORDER",
                                "AMOUNT_NOT_POSITIVE",
                                "REQUIRED",
                                "DATE_IN_FUTURE"));
        assertThat(company.count("receivable")).isZero();
    }

    @Test
    void terms_of_the_row_the_customer_and_the_tenant_make_due_dates_in_this_order() {
        company.send("customers", "code,name,terms\nC2,示例经销商02,0.5:10\n").then().statusCode(422);
        company.send("customers", "code,name,terms\nC2,示例经销商02,1:10\n").then().body("updated", equalTo(1));
        String rows = file(
                "number,customer_code,issue_date,terms,amount,currency",
                "R1,C1,2026-03-02,\"0.3:0,0.7:31\",100,CNY",
                "R2,C2,2026-03-02,,100,CNY",
                "R3,C1,2026-03-02,,100,CNY");
        company.send("receivables", rows).then().statusCode(200).body("created", equalTo(3));
        assertThat(open())
                .containsExactly("2026-03-02 30.00", "2026-03-12 100.00", "2026-04-01 100.00", "2026-04-02 70.00");
        company.send("receivables", rows).then().statusCode(200).body("unchanged", equalTo(3));
        company.send("receivables", rows.replace("0.7:31", "0.7:32"))
                .then()
                .statusCode(422)
                .body("errors.column", contains("terms"));
    }

    @Test
    void a_closed_period_a_closed_customer_and_a_credit_note_are_refused() {
        company.send("customers", "code,name,status\nC2,示例经销商02,CLOSED\n")
                .then()
                .statusCode(200);
        company.call(() -> {
            closeThrough("2026-01-31");
            return null;
        });
        company.send(
                        "receivables",
                        file(
                                "number,customer_code,kind,issue_date,amount,currency",
                                "R1,C1,INVOICE,2026-01-31,1,CNY",
                                "R2,C2,FEE,2026-02-01,1,CNY",
                                "R3,C1,credit_note,2026-02-01,1,CNY"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("PERIOD_CLOSED", "CUSTOMER_CLOSED", "KIND_NOT_ALLOWED"));
    }

    private void closeThrough(String day) {
        sql.of("update tenant_settings set closed_through = cast(:day as date) where tenant_id = :tenant")
                .bind("day", day)
                .update();
    }

    @Test
    void a_dry_run_says_what_would_happen_and_changes_nothing() {
        company.send("receivables", TWO.getBytes(StandardCharsets.UTF_8), Map.of("dryRun", true))
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("status", equalTo("SUCCEEDED"))
                .body("created", equalTo(2));
        assertThat(company.count("receivable")).isZero();
        assertThat(company.count("import_run")).isEqualTo(2);
    }

    @Test
    void the_first_hundred_errors_are_told_and_all_are_counted() {
        StringBuilder bad = new StringBuilder(HEADER + '\n');
        for (int i = 0; i < 250; i++) {
            bad.append("R")
                    .append(i)
                    .append(",nobody,2026-01-31,2026-02-14,")
                    .append(i % 2 == 0 ? "1" : "x")
                    .append(",CNY,\n");
        }
        company.send("receivables", bad.toString())
                .then()
                .statusCode(422)
                .body("errorCount", equalTo(250))
                .body("rejected", equalTo(250))
                .body("errors", hasSize(100))
                .body("errors[99].row", equalTo(101))
                .body("errors[0].message", containsString("no customer"));
    }

    private List<String> open() {
        return company.list(
                "select due_date, open from open_share(:tenant, date '2026-04-30', 'SCHEDULE') order by due_date, open",
                row -> row.date("due_date") + " " + row.number("open").setScale(2));
    }
}
