package io.huikuan.imports;

import static io.huikuan.imports.ImportWorld.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.huikuan.imports.ImportWorld.Company;
import io.huikuan.kernel.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One export of another system, of which three profiles take customers, receivables and payments. */
@QuarkusTest
class ProfilesTest {

    private static final String EXPORT = file(
            "Kunde;Beleg;Datum;Fällig;Betrag;Bezahlt am;Typ",
            "D-07;4711;3.1.2026;2.2.2026;1.234,50;15.1.2026;RE",
            "D-07;4712;15.1.2026;14.2.2026;99,9;;RE",
            "D-08;4713;1.2.2026;3.3.2026;2.000,00-;;GU",
            "D-09;4714;1.2.2026;3.3.2026;10;;LA");

    private static final String CUSTOMERS = """
            {"kind": "customers", "delimiter": ";", "columns": {
                "code": "Kunde", "name": {"column": "Kunde", "prefix": "Demo "}, "kind": {"constant": "RETAILER"}}}""";

    private static final String RECEIVABLES = """
            {"kind": "receivables", "delimiter": ";", "dateFormat": "d.M.yyyy", "decimalSeparator": ",", "groupingSeparator": ".",
             "columns": {"number": {"column": "Beleg", "prefix": "RE-"}, "customer_code": "Kunde", "issue_date": "Datum",
                "due_date": "Fällig", "amount": "Betrag", "currency": {"constant": "EUR"},
                "kind": {"column": "Typ", "words": {"RE": "INVOICE", "LA": "DEBIT_NOTE"}}}}""";

    private static final String PAYMENTS = """
            {"kind": "payments", "delimiter": ";", "dateFormat": "d.M.yyyy", "decimalSeparator": ",", "groupingSeparator": ".",
             "skipWhenBlank": ["Bezahlt am"],
             "columns": {"number": {"column": "Beleg", "prefix": "ZA-"}, "receivable_number": {"column": "Beleg", "prefix": "RE-"},
                "customer_code": "Kunde", "received_on": "Bezahlt am", "amount": "Betrag", "currency": {"constant": "EUR"}}}""";

    @Inject
    ImportWorld world;

    private Company company;

    @BeforeEach
    void found() {
        company = world.company();
    }

    private Response send(String kind, String csv, String profile) {
        return company.send(kind, csv.getBytes(StandardCharsets.UTF_8), Map.of("profile", profile));
    }

    @Test
    void one_export_gives_customers_receivables_and_payments() {
        company.profile("kunden", CUSTOMERS).then().statusCode(200).body("name", equalTo("kunden"));
        company.profile("belege", RECEIVABLES).then().statusCode(200);
        company.profile("zahlungen", PAYMENTS).then().statusCode(200);
        send("customers", EXPORT, "kunden")
                .then()
                .statusCode(200)
                .body("rows", equalTo(4))
                .body("created", equalTo(3))
                .body("unchanged", equalTo(1));
        send("receivables", EXPORT, "belege")
                .then()
                .statusCode(422)
                .body("errors.row", contains(4, 4))
                .body("errors.code", contains("AMOUNT_NOT_POSITIVE", "INVALID_VALUE"));
        String debts = EXPORT.replaceAll("(?m)^D-08.*\n", "");
        send("receivables", debts, "belege").then().statusCode(200).body("created", equalTo(3));
        send("payments", debts, "zahlungen")
                .then()
                .statusCode(200)
                .body("rows", equalTo(1))
                .body("created", equalTo(1));
        assertThat(company.list(
                        "select r.number, o.open from open_share(:tenant, date '2026-02-20', 'SCHEDULE') o join receivable r"
                                + " on r.tenant_id = :tenant and r.id = o.receivable_id order by r.number",
                        row -> row.text("number") + " " + row.number("open").setScale(2)))
                .containsExactly("RE-4712 99.90", "RE-4714 10.00");
        send("receivables", debts, "belege").then().body("unchanged", equalTo(3));
        send("payments", debts, "zahlungen").then().body("unchanged", equalTo(1));
    }

    @Test
    void a_profile_for_another_kind_is_refused() {
        company.profile("kunden", CUSTOMERS);
        send("payments", EXPORT, "kunden")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("INVALID_VALUE"));
    }

    @Test
    void a_header_that_lacks_what_the_profile_takes_is_refused() {
        company.profile("belege", RECEIVABLES);
        send("receivables", "Kunde;Beleg\nD-07;1\n", "belege")
                .then()
                .statusCode(400)
                .body("errors.code", contains("MISSING_COLUMN", "MISSING_COLUMN", "MISSING_COLUMN", "MISSING_COLUMN"))
                .body("errors.column", containsInAnyOrder("Typ", "Datum", "Fällig", "Betrag"));
    }

    @Test
    void a_column_that_nothing_is_taken_from_is_refused_where_the_profile_says_so() {
        company.profile("streng", CUSTOMERS.replace("\"delimiter\"", "\"otherColumns\": \"REFUSE\", \"delimiter\""));
        send("customers", "Kunde;Rabatt\nD-07;1\n", "streng")
                .then()
                .statusCode(400)
                .body("errors.code", contains("UNKNOWN_COLUMN"));
    }

    @Test
    void numbers_and_dates_that_are_written_otherwise_are_refused_and_never_guessed() {
        company.profile("kunden", CUSTOMERS);
        company.profile("belege", RECEIVABLES);
        send("customers", EXPORT, "kunden");
        String head = "Kunde;Beleg;Datum;Fällig;Betrag;Typ\n";
        for (String row : new String[] {
            "D-07;1;3.1.2026;2.2.2026;1.5;RE", "D-07;1;3.1.2026;2.2.2026;1.2345;RE",
                    "D-07;1;3.1.2026;2.2.2026;1,234,5;RE",
            "D-07;1;2026-01-03;2.2.2026;1;RE", "D-07;1;31.2.2026;2.2.2026;1;RE", "D-07;1;3.1.2026;2.2.2026;1 000;RE"
        }) {
            send("receivables", head + row + "\n", "belege")
                    .then()
                    .statusCode(422)
                    .body("errors.code", contains("BAD_INPUT"));
        }
    }

    @Test
    void all_that_is_wrong_with_a_profile_is_told() {
        company.profile("p", """
                {"kind": "receivables", "charset": "EBCDIC", "delimiter": "::", "dateFormat": "MM-yyyy", "surprise": 1,
                 "otherColumns": "MAYBE", "skipWhenBlank": [1],
                 "columns": {"numbr": "A", "amount": {"column": "B", "constant": "1"}, "currency": {"constant": "EURO"}}}""")
                .then()
                .statusCode(400)
                .body(
                        "errors.extensions.field.collect { it.join('.') }",
                        containsInAnyOrder(
                                "surprise",
                                "charset",
                                "delimiter",
                                "dateFormat",
                                "otherColumns",
                                "skipWhenBlank",
                                "columns.numbr",
                                "columns.amount",
                                "columns.currency.constant",
                                "columns.number",
                                "columns.customer_code",
                                "columns.issue_date"));
        company.profile("p", "{\"kind\": \"receivables\"")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
        company.profile("p", "[]").then().statusCode(400).body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
        company.profile("p", "").then().statusCode(400).body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
        company.profile("p", "{\"kind\": \"invoices\"}")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("INVALID_VALUE"));
    }

    @Test
    void profiles_are_listed_replaced_and_removed() {
        company.profile("a", CUSTOMERS);
        company.profile("b", PAYMENTS);
        company.profile("a", RECEIVABLES);
        company.as(Role.ADMIN).get("/imports/profiles").then().statusCode(200).body("name", contains("a", "b"));
        company.as(Role.ADMIN).get("/imports/profiles/a").then().statusCode(200).body("kind", equalTo("receivables"));
        company.as(Role.ADMIN).delete("/imports/profiles/a").then().statusCode(204);
        company.as(Role.ADMIN).delete("/imports/profiles/a").then().statusCode(404);
        company.as(Role.ADMIN)
                .get("/imports/profiles/a")
                .then()
                .statusCode(404)
                .body("errors[0].extensions.code", equalTo("NOT_FOUND"));
    }
}
