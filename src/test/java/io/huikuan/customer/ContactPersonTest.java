package io.huikuan.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Api;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactPersonTest {

    private static final String ALL = """
            id version name jobTitle decisionRole influence phone email preferredFrom preferredTo erasedAt
            reportsTo { id name } relationshipOwner { id }""";

    @Inject
    Tenancy tenancy;

    private Actor tenant;
    private Api rep;
    private String customer;

    @BeforeEach
    void newTenant() {
        tenant = tenancy.tenant("Asia/Shanghai");
        rep = Api.as(tenant, Role.REP, "rep");
        customer = customerOf(rep.userId());
    }

    private String customerOf(String owner) {
        return Api.as(tenant, Role.FINANCE, "finance")
                .mutate(
                        "createCustomer",
                        "CreateCustomerInput",
                        Map.of("code", "C" + System.nanoTime(), "name", "Demo Distributor", "ownerId", owner),
                        "customer",
                        "id")
                .getString("customer.id");
    }

    private JsonPath save(Object... fields) {
        Map<String, Object> input = new HashMap<>(Map.of("customerId", customer, "name", "Demo Person"));
        for (int i = 0; i < fields.length; i += 2) {
            input.put((String) fields[i], fields[i + 1]);
        }
        return rep.mutate("saveContactPerson", "SaveContactPersonInput", input, "contactPerson", ALL);
    }

    private JsonPath erase(String id, int version) {
        return rep.mutate(
                "eraseContactPerson",
                "EraseContactPersonInput",
                Map.of("id", id, "version", version, "reason", "On request."),
                "contactPerson",
                ALL);
    }

    private List<String> names() {
        return rep.ask("{ customer(id: \"" + customer + "\") { contactPersons { name } } }")
                .getList("data.customer.contactPersons.name");
    }

    @Test
    void a_person_is_entered_and_replaced_whole() {
        JsonPath boss = save("name", "Boss", "decisionRole", "DECIDES", "influence", 5);
        JsonPath made = save(
                "jobTitle", "Cashier",
                "decisionRole", "PROCESSES",
                "influence", 2,
                "phone", "+86 138-0013-8000",
                "email", "cashier@example.com",
                "preferredFrom", "09:30",
                "preferredTo", "11:00",
                "reportsToId", boss.getString("contactPerson.id"),
                "relationshipOwnerId", rep.userId());
        assertThat(Api.codes(made)).isEmpty();
        assertThat(made.getString("contactPerson.preferredFrom")).isEqualTo("09:30");
        assertThat(made.getString("contactPerson.reportsTo.name")).isEqualTo("Boss");
        assertThat(made.getString("contactPerson.relationshipOwner.id")).isEqualTo(rep.userId());

        JsonPath replaced = save("id", made.getString("contactPerson.id"), "version", 1, "name", "Renamed");
        assertThat(Api.codes(replaced)).isEmpty();
        assertThat(replaced.getInt("contactPerson.version")).isEqualTo(2);
        assertThat(replaced.getString("contactPerson.phone")).isNull();
        assertThat(replaced.getString("contactPerson.reportsTo")).isNull();
        assertThat(names()).containsExactly("Boss", "Renamed");
        assertThat(rep.ask("{ node(id: \"" + made.getString("contactPerson.id")
                                + "\") { ... on ContactPerson { name } } }")
                        .getString("data.node.name"))
                .isEqualTo("Renamed");
    }

    @Test
    void an_old_version_is_stale_and_a_missing_one_required() {
        String id = save().getString("contactPerson.id");
        save("id", id, "version", 1, "name", "Renamed");

        assertThat(Api.codes(save("id", id, "version", 1))).containsExactly("STALE");
        assertThat(Api.codes(save("id", id))).containsExactly("REQUIRED");
    }

    @Test
    void everything_wrong_with_a_person_is_told_at_once() {
        JsonPath refused = save(
                "name", " ",
                "jobTitle", "t".repeat(201),
                "influence", 6,
                "phone", "1".repeat(51),
                "email", "nobody",
                "preferredFrom", "9:30",
                "preferredTo", "24:00",
                "reportsToId", "per_00000000000000000000000000000000",
                "relationshipOwnerId", "nobody");

        assertThat(Api.fields(refused))
                .containsExactlyInAnyOrder(
                        "name",
                        "jobTitle",
                        "influence",
                        "phone",
                        "email",
                        "preferredFrom",
                        "preferredTo",
                        "reportsToId",
                        "relationshipOwnerId");
        assertThat(Api.fields(save("preferredFrom", "11:00", "preferredTo", "11:00")))
                .containsExactly("preferredTo");
    }

    @Test
    void nobody_reports_to_himself_directly_or_over_others() {
        String a = save("name", "A").getString("contactPerson.id");
        String b = save("name", "B", "reportsToId", a).getString("contactPerson.id");
        String c = save("name", "C", "reportsToId", b).getString("contactPerson.id");

        for (String superior : List.of(a, b, c)) {
            assertThat(Api.fields(save("id", a, "version", 1, "name", "A", "reportsToId", superior)))
                    .containsExactly("reportsToId");
        }
        assertThat(Api.codes(save("id", c, "version", 1, "name", "C", "reportsToId", a)))
                .isEmpty();
    }

    @Test
    void a_person_of_another_customer_is_no_superior_and_cannot_be_moved() {
        String elsewhere = customerOf(rep.userId());
        String boss = save("customerId", elsewhere).getString("contactPerson.id");

        assertThat(Api.codes(save("reportsToId", boss))).containsExactly("NOT_FOUND");
        assertThat(Api.codes(save("id", boss, "version", 1))).containsExactly("NOT_FOUND");
    }

    @Test
    void persons_of_a_customer_that_is_not_yours_do_not_exist() {
        String id = save().getString("contactPerson.id");
        Api other = Api.as(tenant, Role.REP, "other");

        assertThat(other.ask("{ node(id: \"" + id + "\") { id } }").getString("data.node"))
                .isNull();
        JsonPath saved = other.mutate(
                "saveContactPerson",
                "SaveContactPersonInput",
                Map.of("customerId", customer, "name", "Intruder"),
                "contactPerson",
                "id");
        assertThat(Api.codes(saved)).containsExactly("NOT_FOUND");
        JsonPath erased = other.mutate(
                "eraseContactPerson",
                "EraseContactPersonInput",
                Map.of("id", id, "version", 1, "reason", "None"),
                "contactPerson",
                "id");
        assertThat(Api.codes(erased)).containsExactly("NOT_FOUND");
    }

    @Test
    void an_erased_person_stays_nameless_in_its_place_and_is_never_filled_again() {
        String boss = save("name", "Boss", "phone", "12345678", "email", "boss@example.com", "influence", 5)
                .getString("contactPerson.id");
        String clerk = save("name", "Clerk", "reportsToId", boss).getString("contactPerson.id");

        JsonPath erased = erase(boss, 1);
        assertThat(Api.codes(erased)).isEmpty();
        assertThat(erased.getString("contactPerson.name")).isEmpty();
        assertThat(erased.getString("contactPerson.phone")).isNull();
        assertThat(erased.getString("contactPerson.email")).isNull();
        assertThat(erased.getString("contactPerson.erasedAt")).isNotNull();
        assertThat(erased.getInt("contactPerson.influence")).isEqualTo(5);
        assertThat(names()).containsExactly("Clerk", "");
        assertThat(rep.ask("{ node(id: \"" + clerk + "\") { ... on ContactPerson { reportsTo { id } } } }")
                        .getString("data.node.reportsTo.id"))
                .isEqualTo(boss);
        assertThat(Api.codes(erase(boss, 1))).containsExactly("STALE");
        assertThat(Api.codes(erase(boss, 2))).containsExactly("INVALID_STATUS");
        assertThat(Api.codes(save("id", boss, "version", 2, "name", "Back"))).containsExactly("INVALID_STATUS");
    }
}
