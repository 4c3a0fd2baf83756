package io.huikuan.imports;

import static io.huikuan.imports.ImportWorld.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.huikuan.imports.ImportWorld.Company;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StockImportTest {

    private static final String DELIVERIES = file(
            "number,customer_code,delivered_on,sku,product_name,quantity,unit_price,currency",
            "D1,C1,2026-01-05,A,Tea,100,10,CNY",
            "D1,C1,2026-01-05,B,,50,40.00,CNY",
            "D2,C2,2026-01-06,A,Tea,10,10,CNY",
            "D3,C1,2026-01-07,A,Tea,-5,10,CNY");

    private static final String REPORTS = file(
            "customer_code,reported_on,sku,sold,on_hand",
            "C1,2026-01-20,A,30,",
            "C1,2026-01-20,B,,45",
            "C1,2026-01-20,A,30,");

    @Inject
    ImportWorld world;

    private Company company;

    @BeforeEach
    void found() {
        company = world.company();
        company.send("customers", file("code,name", "C1,Demo Distributor 01", "C2,Demo Distributor 02"));
    }

    @Test
    void the_rows_of_one_number_are_the_lines_of_one_delivery() {
        company.send("deliveries", DELIVERIES)
                .then()
                .statusCode(200)
                .body("rows", equalTo(4))
                .body("created", equalTo(4));
        assertThat(company.count("delivery")).isEqualTo(3);
        assertThat(company.count("delivery_line")).isEqualTo(4);
        company.send("deliveries", DELIVERIES).then().statusCode(200).body("unchanged", equalTo(4));
        company.send("deliveries", DELIVERIES.replace("B,,50", "B,Coffee,50"))
                .then()
                .statusCode(200)
                .body("updated", equalTo(2))
                .body("unchanged", equalTo(2));
        company.send("deliveries", DELIVERIES.replace(",-5,", ",-6,"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("CHANGED"))
                .body("errors.row", contains(5));
    }

    @Test
    void deliveries_that_cannot_be_are_refused() {
        company.send(
                        "deliveries",
                        DELIVERIES
                                .replace("D1,C1,2026-01-05,B", "D1,C1,2026-01-06,B")
                                .replace("D2,C2", "D2,C9"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("REPEATED_ROW", "NOT_FOUND"))
                .body("errors.column", contains("delivered_on", "customer_code"));
        company.send("deliveries", DELIVERIES.replace("-5,10,CNY", "-5,10,USD").replace("2026-01-06", "2199-01-06"))
                .then()
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("DATE_IN_FUTURE", "CURRENCY_MISMATCH"));
        assertThat(company.count("delivery")).isZero();
    }

    @Test
    void reports_are_kept_by_customer_product_and_day_and_replaced_by_other_ones() {
        company.send("deliveries", DELIVERIES);
        company.send("sell-out", REPORTS)
                .then()
                .statusCode(200)
                .body("created", equalTo(2))
                .body("unchanged", equalTo(1));
        company.send("sell-out", REPORTS).then().statusCode(200).body("unchanged", equalTo(3));
        company.send("sell-out", REPORTS.replace("45", "44"))
                .then()
                .statusCode(200)
                .body("updated", equalTo(1));
        company.send("sell-out", REPORTS + "C1,2026-01-20,A,31,\nC2,2026-01-20,A,1,2\nC2,2026-01-20,B,,\n")
                .then()
                .statusCode(422)
                .body("errors.row", contains(5, 6, 7))
                .body("errors.code", contains("REPEATED_ROW", "EXACTLY_ONE", "EXACTLY_ONE"));
    }
}
