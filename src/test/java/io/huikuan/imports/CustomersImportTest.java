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
class CustomersImportTest {

    private static final String WHOLE = file(
            "code,name,legal_name,kind,status,grade,region,time_zone,owner_email,credit_limit,currency,terms,sell_through_threshold",
            "C1,Demo Distributor 01,Demo 01 Ltd,RETAILER,PROSPECT,B,East,Asia/Tokyo,Rep@Example.com,1000.50,CNY,\"0.3:0,0.7:60E\",0.75",
            "C2,Demo Distributor 02,,,,,,,,,,,");

    @Inject
    ImportWorld world;

    private Company company;

    @BeforeEach
    void found() {
        company = world.company();
    }

    private List<String> customers() {
        return company.list(
                "select c.*, u.email, u.subject is null as pending from customer c"
                        + " left join app_user u on u.tenant_id = :tenant and u.id = c.owner_id"
                        + " where c.tenant_id = :tenant order by c.code",
                row -> String.join(
                        " ",
                        row.text("code"),
                        row.text("legal_name"),
                        row.text("kind"),
                        row.text("status"),
                        row.text("grade"),
                        row.text("region"),
                        row.text("time_zone"),
                        row.text("email"),
                        row.text("credit_limit_amount"),
                        row.text("credit_limit_currency"),
                        row.text("terms"),
                        row.text("sell_through_threshold"),
                        "v" + row.integer("version")));
    }

    @Test
    void a_customer_comes_with_all_that_the_file_says_and_an_unknown_owner_is_pending() {
        company.send("customers", WHOLE).then().statusCode(200).body("created", equalTo(2));
        assertThat(customers())
                .containsExactly(
                        "C1 Demo 01 Ltd RETAILER PROSPECT B East Asia/Tokyo rep@example.com 1000.50 CNY 0.3:0,0.7:60E 0.75 v1",
                        "C2 null DISTRIBUTOR ACTIVE null null null null null null null null v1");
        assertThat(company.list(
                        "select roles from app_user where tenant_id = :tenant and subject is null",
                        row -> row.text("roles")))
                .containsExactly("{}");
    }

    @Test
    void a_limit_a_grade_and_a_stop_of_supply_begin_a_history_which_the_same_file_does_not_repeat() {
        String held =
                file("code,name,status,grade,credit_limit,currency", "C1,Demo Distributor 01,ON_HOLD,B,1000.50,CNY");
        company.send("customers", held).then().statusCode(200);
        company.send("customers", held).then().statusCode(200).body("unchanged", equalTo(1));
        company.send("customers", file("code,name,credit_limit,currency", "C1,Demo Distributor 01,2000,CNY"))
                .then()
                .statusCode(200)
                .body("updated", equalTo(1));

        assertThat(company.list(
                        "select amount from credit_limit where tenant_id = :tenant order by number",
                        row -> row.text("amount")))
                .containsExactly("1000.50", "2000.00");
        assertThat(company.list(
                        "select grade from credit_assessment where tenant_id = :tenant", row -> row.text("grade")))
                .containsExactly("B");
        assertThat(company.list("select cause from credit_hold where tenant_id = :tenant", row -> row.text("cause")))
                .containsExactly("SAID_ELSEWHERE");
    }

    @Test
    void the_same_file_twice_changes_nothing_and_no_version() {
        company.send("customers", WHOLE);
        company.send("customers", WHOLE)
                .then()
                .statusCode(200)
                .body("unchanged", equalTo(2))
                .body("updated", equalTo(0));
        assertThat(customers()).allMatch(customer -> customer.endsWith(" v1"));
    }

    @Test
    void a_column_that_the_file_lacks_leaves_what_is_known_and_a_blank_cell_empties_it() {
        company.send("customers", WHOLE);
        company.send("customers", file("code,name,region", "C1,Demo Distributor 01,", "C2,Demo Distributor 02,"))
                .then()
                .statusCode(200)
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));
        assertThat(customers().get(0))
                .isEqualTo(
                        "C1 Demo 01 Ltd RETAILER PROSPECT B null Asia/Tokyo rep@example.com 1000.50 CNY 0.3:0,0.7:60E 0.75 v2");
    }

    @Test
    void of_several_rows_with_one_code_the_last_one_counts() {
        company.send("customers", file("code,name", "C1,One", "C1,One", "C1,Other"))
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("updated", equalTo(1));
        assertThat(company.list("select name from customer where tenant_id = :tenant", row -> row.text("name")))
                .containsExactly("Other");
    }

    @Test
    void what_a_customer_cannot_be_is_refused() {
        company.send(
                        "customers",
                        file(
                                "code,name,kind,time_zone,owner_email,credit_limit,currency,terms,sell_through_threshold",
                                "C1,One,SHOP,,,,,,",
                                "C2,One,,Moon/Base,,,,,",
                                "C3,One,,,nobody,,,,",
                                "C4,One,,,,5,,,",
                                "C5,One,,,,5.5,JPY,,",
                                "C6,One,,,,,,0.5:30,",
                                "C7,One,,,,,,,80",
                                "C8,One,,,,-1,CNY,,"))
                .then()
                .statusCode(422)
                .body("errors.row", contains(2, 3, 4, 5, 6, 7, 8, 9))
                .body(
                        "errors.code",
                        contains(
                                "INVALID_VALUE",
                                "INVALID_TIME_ZONE",
                                "INVALID_VALUE",
                                "REQUIRED",
                                "TOO_MANY_DECIMALS",
                                "SUM_MISMATCH",
                                "INVALID_VALUE",
                                "INVALID_VALUE"));
        assertThat(company.count("customer")).isZero();
    }
}
