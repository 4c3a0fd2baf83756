package io.huikuan.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PartnerContactTest {

    @Inject
    Tenancy tenancy;

    @Inject
    Client client;

    private Actor tenant;
    private Actor finance;
    private UUID customer;
    private Actor partner;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        customer = tenancy.customer(tenant, null, null);
        partner = tenancy.partner(tenant, customer);
    }

    private JsonPath save(Actor actor, Map<String, ?> input) {
        return client.ask(
                        actor,
                        "mutation($input: SaveMyContactPersonInput!) { saveMyContactPerson(input: $input) {"
                                + " contactPerson { id version name jobTitle phone email preferredFrom } userErrors { code field } } }",
                        Map.of("input", input))
                .setRootPath("data.saveMyContactPerson");
    }

    private static String fields(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + ": "
                        + (value.getValue() instanceof String text
                                        && !value.getKey().equals("decisionRole")
                                ? "\"" + text + "\""
                                : value.getValue()))
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private JsonPath staff(Map<String, Object> values) {
        return client.ask(
                        finance,
                        "mutation { saveContactPerson(input: {customerId: \"" + NodeId.of(NodeKind.CUSTOMER, customer)
                                + "\", " + fields(values)
                                + "}) { contactPerson { id version decisionRole influence relationshipOwner { id } } userErrors { code } } }")
                .setRootPath("data.saveContactPerson");
    }

    @Test
    void a_partner_enters_and_changes_its_own_people() {
        JsonPath made =
                save(partner, Map.of("name", "Demo Buyer", "phone", "+86 10 0000 0000", "preferredFrom", "09:30"));
        String id = made.getString("contactPerson.id");

        JsonPath changed = save(
                partner,
                Map.of(
                        "id",
                        id,
                        "version",
                        made.getInt("contactPerson.version"),
                        "name",
                        "Demo Buyer",
                        "email",
                        "buyer@example.com"));

        assertThat(changed.getList("userErrors")).isEmpty();
        assertThat(changed.getMap("contactPerson"))
                .containsEntry("email", "buyer@example.com")
                .containsEntry("phone", null)
                .containsEntry("preferredFrom", null);
        assertThat(client.ask(partner, "{ myContactPersons { id name } }").getList("data.myContactPersons"))
                .isEqualTo(List.of(Map.of("id", id, "name", "Demo Buyer")));
    }

    @Test
    void what_is_the_suppliers_to_say_stays_as_it_is() {
        String owner = NodeId.of(NodeKind.USER, finance.user().orElseThrow());
        Map<String, Object> known = new HashMap<>(
                Map.of("name", "Demo Buyer", "influence", 4, "decisionRole", "DECIDES", "relationshipOwnerId", owner));
        String id = staff(known).getString("contactPerson.id");

        JsonPath changed = save(partner, Map.of("id", id, "version", 1, "name", "Demo Director"));

        assertThat(changed.getList("userErrors")).isEmpty();
        JsonPath person = client.ask(
                finance,
                "{ node(id: \"" + id
                        + "\") { ... on ContactPerson { name influence decisionRole relationshipOwner { id } } } }");
        assertThat(person.getMap("data.node"))
                .isEqualTo(Map.of(
                        "name",
                        "Demo Director",
                        "influence",
                        4,
                        "decisionRole",
                        "DECIDES",
                        "relationshipOwner",
                        Map.of("id", owner)));
    }

    @Test
    void bad_values_old_versions_and_other_peoples_are_refused() {
        String id = save(partner, Map.of("name", "Demo Buyer")).getString("contactPerson.id");
        Actor other = tenancy.partner(tenant, tenancy.customer(tenant, null, null));

        assertThat(save(partner, Map.of("name", " ", "email", "x", "preferredFrom", "25:00"))
                        .<String>getList("userErrors.code"))
                .containsExactlyInAnyOrder("REQUIRED", "INVALID_VALUE", "INVALID_VALUE");
        assertThat(save(partner, Map.of("id", id, "version", 9, "name", "A")).getList("userErrors.code"))
                .isEqualTo(List.of("STALE"));
        assertThat(save(partner, Map.of("id", id, "name", "A")).getList("userErrors.code"))
                .isEqualTo(List.of("REQUIRED"));
        assertThat(save(other, Map.of("id", id, "version", 1, "name", "A")).getList("userErrors.code"))
                .isEqualTo(List.of("NOT_FOUND"));
        assertThat(client.ask(other, "{ myContactPersons { id } }").getList("data.myContactPersons"))
                .isEmpty();
    }

    @Test
    void a_repeat_enters_the_person_once_and_who_was_erased_is_gone() {
        Map<String, ?> wish = Map.of("clientKey", Uuids.next().toString(), "name", "Demo Buyer");
        String id = save(partner, wish).getString("contactPerson.id");
        assertThat(save(partner, wish).getString("contactPerson.id")).isEqualTo(id);

        client.ask(
                finance,
                "mutation { eraseContactPerson(input: {id: \"" + id
                        + "\", version: 1, reason: \"Asked.\"}) { userErrors { code } } }");

        assertThat(client.ask(partner, "{ myContactPersons { id } }").getList("data.myContactPersons"))
                .isEmpty();
        assertThat(save(partner, Map.of("id", id, "version", 2, "name", "A")).getList("userErrors.code"))
                .isEqualTo(List.of("INVALID_STATUS"));
    }
}
