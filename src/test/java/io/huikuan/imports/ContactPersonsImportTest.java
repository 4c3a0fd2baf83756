package io.huikuan.imports;

import static io.huikuan.imports.ImportWorld.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.huikuan.imports.ImportWorld.Company;
import io.huikuan.kernel.sql.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactPersonsImportTest {

    private static final String PERSONS = file(
            "customer_code,source_key,name,job_title,decision_role,influence,phone,email,preferred_from,preferred_to,reports_to,"
                    + "relationship_owner_email",
            "C1,K1,Demo Buyer,Buyer,influences,3,+86 10 0000,buyer@example.com,09:00,11:30,K2,rep@example.com",
            "C1,K2,Demo Director,,DECIDES,5,,,,,,",
            "C2,K1,Demo Cashier,,,,,,,,,");

    @Inject
    ImportWorld world;

    @Inject
    Sql sql;

    private Company company;

    @BeforeEach
    void found() {
        company = world.company();
        company.send("customers", file("code,name", "C1,Demo Distributor 01", "C2,Demo Distributor 02"));
    }

    private List<String> persons() {
        return company.list(
                "select c.code, p.*, b.name as superior, u.email as keeper from contact_person p"
                        + " join customer c on c.tenant_id = :tenant and c.id = p.customer_id"
                        + " left join contact_person b on b.tenant_id = :tenant and b.id = p.reports_to_id"
                        + " left join app_user u on u.tenant_id = :tenant and u.id = p.relationship_owner_id"
                        + " where p.tenant_id = :tenant order by c.code, p.source_key",
                row -> String.join(
                        "|",
                        row.text("code"),
                        row.text("name"),
                        row.text("job_title"),
                        row.text("decision_role"),
                        row.text("influence"),
                        row.text("preferred_from"),
                        row.text("preferred_to"),
                        row.text("superior"),
                        row.text("keeper"),
                        "v" + row.integer("version")));
    }

    @Test
    void persons_are_known_by_customer_and_key_and_report_to_others_of_the_file() {
        company.send("contact-persons", PERSONS).then().statusCode(200).body("created", equalTo(3));
        assertThat(persons())
                .containsExactly(
                        "C1|Demo Buyer|Buyer|INFLUENCES|3|09:00:00|11:30:00|Demo Director|rep@example.com|v1",
                        "C1|Demo Director|null|DECIDES|5|null|null|null|null|v1",
                        "C2|Demo Cashier|null|null|null|null|null|null|null|v1");
        company.send("contact-persons", PERSONS).then().statusCode(200).body("unchanged", equalTo(3));
        company.send(
                        "contact-persons",
                        file("customer_code,source_key,name,reports_to", "C1,K1,Demo Buyer,", "C1,K2,Demo Director,K1"))
                .then()
                .statusCode(200)
                .body("updated", equalTo(2));
        assertThat(persons())
                .startsWith(
                        "C1|Demo Buyer|Buyer|INFLUENCES|3|09:00:00|11:30:00|null|rep@example.com|v2",
                        "C1|Demo Director|null|DECIDES|5|null|null|Demo Buyer|null|v2");
    }

    @Test
    void hours_that_the_customer_itself_said_stay() {
        company.send("contact-persons", PERSONS);
        company.call(() -> sql.of(
                        "update contact_person set hours_said_by_customer = true, preferred_from = '10:00', preferred_to = null"
                                + " where tenant_id = :tenant and source_key = 'K1' and preferred_from is not null")
                .update());
        company.send("contact-persons", PERSONS).then().statusCode(200).body("unchanged", equalTo(3));

        company.send("contact-persons", PERSONS.replace("Demo Buyer,Buyer", "Demo Buyer,Chief"))
                .then()
                .statusCode(200)
                .body("updated", equalTo(1));
        assertThat(persons())
                .startsWith("C1|Demo Buyer|Chief|INFLUENCES|3|10:00:00|null|Demo Director|rep@example.com|v2");
    }

    @Test
    void nobody_reports_to_himself_or_to_somebody_unknown() {
        company.send(
                        "contact-persons",
                        file(
                                "customer_code,source_key,name,reports_to",
                                "C1,K1,One,K2",
                                "C1,K2,Two,K1",
                                "C2,K3,Three,"))
                .then()
                .statusCode(422)
                .body("errors.row", contains(2, 3))
                .body("errors.code", contains("INVALID_VALUE", "INVALID_VALUE"));
        company.send(
                        "contact-persons",
                        file("customer_code,source_key,name,reports_to", "C2,K3,Three,K1", "C9,K4,Four,"))
                .then()
                .statusCode(422)
                .body("errors.column", contains("reports_to", "customer_code"))
                .body("errors.code", contains("NOT_FOUND", "NOT_FOUND"));
        assertThat(persons()).isEmpty();
    }

    @Test
    void whoever_was_erased_does_not_come_back() {
        company.send("contact-persons", PERSONS);
        company.call(
                () -> sql.of("update contact_person set name = 'Erased', phone = null, email = null, erased_at = now()"
                                + " where tenant_id = :tenant and source_key = 'K1'")
                        .update());
        company.send("contact-persons", PERSONS).then().statusCode(200).body("unchanged", equalTo(3));
        assertThat(persons()).filteredOn(person -> person.contains("Erased")).hasSize(2);
    }
}
