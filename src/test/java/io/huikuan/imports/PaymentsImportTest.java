package io.huikuan.imports;

import static io.huikuan.imports.ImportWorld.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.huikuan.imports.ImportWorld.Company;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaymentsImportTest {

    private static final String HEADER =
            "number,customer_code,received_on,amount,currency,method,reference,receivable_number";

    @Inject
    ImportWorld world;

    private Company company;

    @BeforeEach
    void owe() {
        company = world.company();
        company.send("customers", file("code,name", "C1,Demo Distributor 01", "C2,Demo Distributor 02"));
        company.send(
                        "receivables",
                        file(
                                "number,customer_code,issue_date,due_date,amount,currency",
                                "R1,C1,2026-01-05,2026-02-05,100,CNY",
                                "R2,C1,2026-01-10,2026-02-10,100,CNY",
                                "R3,C1,2026-01-15,2026-02-15,100,USD",
                                "R4,C2,2026-01-15,2026-02-15,100,CNY"))
                .then()
                .statusCode(200);
    }

    private List<String> open() {
        return company.list(
                "select r.number, o.open from open_share(:tenant, date '2026-06-30', 'SCHEDULE') o"
                        + " join receivable r on r.tenant_id = :tenant and r.id = o.receivable_id order by r.number",
                row -> row.text("number") + " "
                        + row.number("open").stripTrailingZeros().toPlainString());
    }

    @Test
    void a_payment_pays_what_it_names_and_the_rest_goes_to_the_oldest_due() {
        company.send("payments", file(HEADER, "P1,C1,2026-03-01,130,CNY,CASH,slip 1,R2", "P2,C2,2026-03-01,120,CNY,,,"))
                .then()
                .statusCode(200)
                .body("created", equalTo(2));
        assertThat(open()).containsExactly("R1 70", "R3 100");
        assertThat(company.list(
                        "select number, unapplied, method from payment where tenant_id = :tenant order by number",
                        row -> row.text("number") + " "
                                + row.number("unapplied").stripTrailingZeros().toPlainString() + " "
                                + row.text("method")))
                .containsExactly("P1 0 CASH", "P2 20 BANK_TRANSFER");
    }

    @Test
    void older_money_is_allocated_first_whatever_the_order_of_the_rows() {
        company.send("payments", file(HEADER, "P2,C1,2026-03-02,150,CNY,,,", "P1,C1,2026-03-01,100,CNY,,,"))
                .then()
                .statusCode(200);
        assertThat(company.list(
                        "select p.number as payment, r.number as receivable from entry e"
                                + " join payment p on p.tenant_id = :tenant and p.id = e.payment_id"
                                + " join receivable r on r.tenant_id = :tenant and r.id = e.receivable_id"
                                + " where e.tenant_id = :tenant order by 1, 2",
                        row -> row.text("payment") + " " + row.text("receivable")))
                .containsExactly("P1 R1", "P2 R2");
    }

    @Test
    void a_file_that_comes_again_moves_no_money() {
        String payments = file(HEADER, "P1,C1,2026-03-01,130,CNY,CASH,slip 1,R2");
        company.send("payments", payments);
        company.send("payments", payments).then().statusCode(200).body("unchanged", equalTo(1));
        company.send("payments", payments.replace("slip 1", "slip 2"))
                .then()
                .statusCode(200)
                .body("updated", equalTo(1));
        company.send("payments", payments.replace("130", "131"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("CHANGED"))
                .body("errors.column", contains("amount"));
        company.send("payments", payments.replace("03-01", "03-02"))
                .then()
                .statusCode(422)
                .body("errors.column", contains("received_on"));
        company.send("payments", payments.replace("CASH", "CARD"))
                .then()
                .statusCode(422)
                .body("errors.column", contains("method"));
        assertThat(open()).containsExactly("R1 70", "R3 100", "R4 100");
    }

    @Test
    void what_is_named_must_be_the_customers_own_and_in_the_payments_currency() {
        company.send(
                        "payments",
                        file(
                                HEADER,
                                "P1,C1,2026-03-01,10,CNY,,,R4",
                                "P2,C1,2026-03-01,10,CNY,,,R9",
                                "P3,C1,2026-03-01,10,CNY,,,R3",
                                "P4,C9,2026-03-01,10,CNY,,,R1",
                                "P5,C1,2199-03-01,10,CNY,BARTER,,R1",
                                "P6,C1,2199-03-01,10,CNY,,,R1"))
                .then()
                .statusCode(422)
                .body("errors.row", contains(2, 3, 4, 5, 6, 7))
                .body(
                        "errors.code",
                        contains(
                                "NOT_FOUND",
                                "NOT_FOUND",
                                "CURRENCY_MISMATCH",
                                "NOT_FOUND",
                                "INVALID_VALUE",
                                "DATE_IN_FUTURE"));
        assertThat(company.count("payment")).isZero();
        assertThat(open()).hasSize(4);
    }
}
