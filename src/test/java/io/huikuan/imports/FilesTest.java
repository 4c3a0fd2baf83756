package io.huikuan.imports;

import static io.huikuan.imports.ImportWorld.file;
import static io.huikuan.imports.ImportWorld.gzip;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.huikuan.imports.ImportWorld.Company;
import io.huikuan.kernel.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FilesTest {

    private static final String CUSTOMERS = file("code,name,region", "C1,示例经销商01,华东", "C2,\"Demo, \"\"02\"\"\",");

    @Inject
    ImportWorld world;

    private Company company;

    @BeforeEach
    void found() {
        company = world.company();
    }

    private void loaded(Response answer) {
        answer.then().statusCode(200).body("created", equalTo(2));
        assertThat(company.list(
                        "select name from customer where tenant_id = :tenant order by code", row -> row.text("name")))
                .containsExactly("示例经销商01", "Demo, \"02\"");
    }

    private void malformed(Response answer, String code, int row) {
        answer.then()
                .statusCode(400)
                .body("status", equalTo("FAILED"))
                .body("errors[0].code", equalTo(code))
                .body("errors[0].row", equalTo(row));
        assertThat(company.count("customer")).isZero();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Response send(byte[] bytes) {
        return company.send("customers", bytes, Map.of());
    }

    @Test
    void a_file_may_carry_the_mark_of_utf_8_and_end_its_lines_in_any_way() {
        loaded(send(utf8("\uFEFF" + CUSTOMERS.replace("\n", "\r\n"))));
    }

    @Test
    void empty_lines_count_as_rows_but_are_left_out() {
        company.send("customers", file("code,name", "", "C1,One", ",", "C2,"))
                .then()
                .statusCode(422)
                .body("errors.row", contains(5));
    }

    @Test
    void a_packed_file_is_unpacked() {
        loaded(company.as(Role.ADMIN)
                .header("Content-Encoding", "gzip")
                .contentType("application/octet-stream")
                .body(gzip(utf8(CUSTOMERS)))
                .post("/imports/customers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "gb18030", "UTF-8"})
    void a_file_is_read_in_the_charset_that_its_type_or_its_profile_names(String charset) {
        byte[] bytes = CUSTOMERS.getBytes(Charset.forName(charset));
        loaded(company.as(Role.FINANCE)
                .contentType("text/csv; charset=" + charset)
                .body(bytes)
                .post("/imports/customers"));
        company.profile("erp", "{\"kind\":\"customers\",\"charset\":\"" + charset + "\"}")
                .then()
                .statusCode(200);
        company.send("customers", bytes, Map.of("profile", "erp"))
                .then()
                .statusCode(200)
                .body("unchanged", equalTo(2));
    }

    @Test
    void a_wrong_charset_is_refused_however_it_shows() {
        malformed(send(CUSTOMERS.getBytes(Charset.forName("GBK"))), "WRONG_CHARSET", 1);
        malformed(send(CUSTOMERS.getBytes(StandardCharsets.UTF_16)), "WRONG_CHARSET", 1);
        company.profile("erp", "{\"kind\":\"customers\",\"charset\":\"GBK\"}")
                .then()
                .statusCode(200);
        malformed(company.send("customers", utf8("\uFEFF" + CUSTOMERS), Map.of("profile", "erp")), "WRONG_CHARSET", 1);
    }

    @Test
    void a_file_that_is_cut_is_refused_wherever_the_cut_is() {
        byte[] whole = utf8(CUSTOMERS);
        malformed(send(Arrays.copyOf(whole, CUSTOMERS.indexOf("02") + 12)), "MALFORMED_FILE", 3);
        malformed(send(utf8("code,name,region\nC1,One,East\nC2,Tw")), "MALFORMED_FILE", 3);
        byte[] packed = gzip(whole);
        malformed(
                company.as(Role.FINANCE)
                        .header("Content-Encoding", "gzip")
                        .contentType("text/csv")
                        .body(Arrays.copyOf(packed, packed.length - 12))
                        .post("/imports/customers"),
                "MALFORMED_FILE",
                1);
        malformed(
                company.as(Role.FINANCE)
                        .header("Content-Encoding", "gzip")
                        .contentType("text/csv")
                        .body(whole)
                        .post("/imports/customers"),
                "MALFORMED_FILE",
                0);
    }

    @Test
    void what_is_no_table_of_texts_is_refused() {
        malformed(send(new byte[0]), "MALFORMED_FILE", 0);
        malformed(send(utf8("code,name\nC1,a\0b\n")), "MALFORMED_FILE", 2);
        malformed(send(utf8("code,name\nC1," + "x".repeat(70_000) + "\n")), "MALFORMED_FILE", 2);
        malformed(send(utf8("code,name\nC1,\"a\"b\n")), "MALFORMED_FILE", 2);
        malformed(send(utf8("code,name\nC1,a,b\n")), "MALFORMED_FILE", 2);
    }

    @Test
    void a_text_that_is_too_long_is_an_error_of_its_row() {
        company.send("customers", file("code,name", "C1," + "x".repeat(201), "C2,a\u0007b"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("TOO_LONG", "INVALID_VALUE"));
    }

    @Test
    void a_header_must_have_what_is_needed_and_nothing_else() {
        company.send("customers", file("Code,nmae,region,code", "C1,One,,"))
                .then()
                .statusCode(400)
                .body("errors.code", containsInAnyOrder("MALFORMED_FILE", "MISSING_COLUMN", "UNKNOWN_COLUMN"))
                .body("errors.column", containsInAnyOrder("code", "name", "nmae"));
    }

    @Test
    void a_file_that_unpacks_beyond_the_limit_is_refused_while_it_is_read() {
        byte[] bomb = gzip(utf8("code,name\n" + ("C1," + "x".repeat(150) + "\n").repeat(200_000)));
        assertThat(bomb.length).isLessThan(2_000_000);
        company.as(Role.FINANCE)
                .header("Content-Encoding", "gzip")
                .contentType("text/csv")
                .body(bomb)
                .post("/imports/customers")
                .then()
                .statusCode(413)
                .body("errors.code", contains("TOO_LARGE"));
    }

    @Test
    void requests_that_name_no_import_are_refused_in_the_common_form() {
        refused(company.send("invoices", "x"), 404, "NOT_FOUND");
        refused(company.send("customers", utf8(CUSTOMERS), Map.of("profile", "none")), 404, "NOT_FOUND");
        refused(company.send("customers", utf8(CUSTOMERS), Map.of("dryRun", "maybe")), 400, "BAD_REQUEST");
        refused(
                company.as(Role.FINANCE)
                        .contentType("application/json")
                        .body("{}")
                        .post("/imports/customers"),
                415,
                "UNSUPPORTED_MEDIA");
        refused(
                company.as(Role.FINANCE)
                        .header("Content-Encoding", "br")
                        .contentType("text/csv")
                        .body("x")
                        .post("/imports/customers"),
                415,
                "UNSUPPORTED_MEDIA");
        assertThat(company.count("import_run")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REP", "MANAGER"})
    void only_finance_and_admins_may_import(String role) {
        Company other = company;
        refused(
                other.as(Role.valueOf(role))
                        .contentType("text/csv")
                        .body(CUSTOMERS)
                        .post("/imports/customers"),
                403,
                "FORBIDDEN");
        refused(other.as(Role.valueOf(role)).get("/imports/profiles"), 403, "FORBIDDEN");
        refused(given().contentType("text/csv").body(CUSTOMERS).post("/imports/customers"), 401, "UNAUTHENTICATED");
        assertThat(other.count("customer")).isZero();
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("errors[0].extensions.code", equalTo(code));
    }

    @Test
    void tenants_do_not_see_each_others_customers_numbers_and_profiles() {
        loaded(company.send("customers", CUSTOMERS));
        company.profile("erp", "{\"kind\":\"customers\"}").then().statusCode(200);
        Company other = world.company();
        other.send("receivables", file("number,customer_code,issue_date,amount,currency", "R1,C1,2026-01-01,1,CNY"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("NOT_FOUND"));
        refused(other.as(Role.FINANCE).get("/imports/profiles/erp"), 404, "NOT_FOUND");
        other.send("customers", CUSTOMERS).then().statusCode(200).body("created", equalTo(2));
    }
}
