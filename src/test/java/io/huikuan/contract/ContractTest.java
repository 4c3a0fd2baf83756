package io.huikuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Client;
import io.huikuan.support.Statements;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contracts with customers: entered, agreed anew, listed by what is wrong with them. */
@QuarkusTest
class ContractTest {

    private static final Map<String, Object> LAX = Map.of("form", "WRITTEN", "seal", "PERSONAL", "due", "WHEN_SOLD");
    private static final Map<String, Object> SOUND = Map.of(
            "form",
            "WRITTEN",
            "seal",
            "CONTRACT_SEAL",
            "due",
            "DAYS_AFTER_DELIVERY",
            "dueDays",
            30,
            "lateFeeRate",
            "0.15",
            "method",
            "BANK_TRANSFER");

    @Inject
    Tenancy tenancy;

    @Inject
    Client client;

    private Actor tenant;
    private Actor rep;
    private Actor finance;
    private Actor admin;
    private UUID customer;
    private LocalDate today;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        rep = tenancy.user(tenant, Role.REP, null);
        finance = tenancy.user(tenant, Role.FINANCE, null);
        admin = tenancy.user(tenant, Role.ADMIN, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        today = tenancy.today(tenant);
    }

    private JsonPath change(Actor actor, String mutation, String input, Map<String, ?> values, String fields) {
        Map<String, Object> keyed = new HashMap<>(values);
        keyed.putIfAbsent("clientKey", Uuids.next().toString());
        JsonPath answer = client.ask(
                actor,
                "mutation($input: " + input + "!) { done: " + mutation + "(input: $input) { " + fields
                        + " userErrors { code field } } }",
                Map.of("input", keyed));
        assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
        return answer.setRootPath("data.done");
    }

    private static List<String> codes(JsonPath payload) {
        return payload.getList("userErrors.code");
    }

    private JsonPath record(String number, Map<String, ?> clause, Object... more) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "customerId",
                NodeId.of(NodeKind.CUSTOMER, customer),
                "number",
                number,
                "validFrom",
                today.toString(),
                "clause",
                clause));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return change(
                rep,
                "recordContract",
                "RecordContractInput",
                values,
                "contract { id version number findings { kind severity } clause { due } }");
    }

    private JsonPath update(Actor actor, String id, int version, Map<String, ?> clause) {
        return change(
                actor,
                "updateContract",
                "UpdateContractInput",
                Map.of(
                        "id",
                        id,
                        "version",
                        version,
                        "validFrom",
                        today.toString(),
                        "signedOn",
                        today.toString(),
                        "clause",
                        clause),
                "contract { id version findings { kind } versions { totalCount nodes { version recordedBy { id } findings { kind } } } }");
    }

    private List<String> numbers(Actor actor, String filter) {
        return client.ask(actor, "{ contracts(filter: " + filter + ") { totalCount nodes { number } } }")
                .getList("data.contracts.nodes.number");
    }

    @Test
    void a_clause_is_checked_before_anybody_signs_and_nothing_is_kept() {
        Map<String, Object> clause = new HashMap<>(LAX);
        clause.put("amount", Map.of("amount", "100000.00", "currency", "CNY"));

        JsonPath check = client.ask(
                        rep,
                        "query($clause: PaymentClauseInput!) { checkContract(clause: $clause) { clean findings { kind severity reason remedy cost { amount } assumption } } }",
                        Map.of("clause", clause))
                .setRootPath("data.checkContract");

        assertThat(check.getBoolean("clean")).isFalse();
        assertThat(check.getList("findings.kind"))
                .isEqualTo(List.of("PERSONAL_SEAL", "DUE_WHEN_SOLD", "NO_LATE_FEE", "NO_METHOD"));
        assertThat(check.getList("findings.cost.amount"))
                .isEqualTo(List.of("90000.00", "50000.00", "1479.45", "2958.90"));
        assertThat(numbers(finance, "{}")).isEmpty();
    }

    @Test
    void a_clause_that_contradicts_itself_is_no_question() {
        for (String clause : List.of(
                "{form: WRITTEN, seal: NONE, due: FIXED_DATE}",
                "{form: WRITTEN, seal: NONE, due: DAYS_AFTER_DELIVERY}")) {
            assertThat(client.ask(rep, "{ checkContract(clause: " + clause + ") { clean } }")
                            .getString("errors[0].extensions.code"))
                    .isEqualTo("REQUIRED");
        }
        assertThat(client.ask(
                                rep,
                                "{ checkContract(clause: {form: WRITTEN, seal: NONE, due: NOT_SAID, dueDays: 3}) { clean } }")
                        .getString("errors[0].extensions.code"))
                .isEqualTo("INVALID_VALUE");
    }

    @Test
    void what_is_agreed_anew_is_a_version_and_the_one_before_stays() {
        JsonPath made = record("K-1", LAX);
        assertThat(codes(made)).isEmpty();
        assertThat(made.getList("contract.findings.kind"))
                .isEqualTo(List.of("NOT_SIGNED", "PERSONAL_SEAL", "DUE_WHEN_SOLD", "NO_LATE_FEE", "NO_METHOD"));

        JsonPath signed = update(finance, made.getString("contract.id"), 1, SOUND);

        assertThat(codes(signed)).isEmpty();
        assertThat(signed.getInt("contract.version")).isEqualTo(2);
        assertThat(signed.getList("contract.findings")).isEmpty();
        assertThat(signed.getList("contract.versions.nodes.version")).isEqualTo(List.of(2, 1));
        assertThat(signed.getList("contract.versions.nodes.recordedBy.id"))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(codes(update(rep, made.getString("contract.id"), 1, SOUND))).isEqualTo(List.of("STALE"));
    }

    @Test
    void contracts_are_found_by_what_is_wrong_with_them() {
        record("K-1", LAX, "signedOn", today.toString());
        record("K-2", SOUND, "signedOn", today.toString());
        record("K-3", SOUND);
        Map<String, Object> long120 = new HashMap<>(SOUND);
        long120.put("dueDays", 120);
        record("K-4", long120, "signedOn", today.toString());

        assertThat(numbers(rep, "{flawed: true}")).isEqualTo(List.of("K-4", "K-3", "K-1"));
        assertThat(numbers(rep, "{flawed: false}")).isEqualTo(List.of("K-2"));
        assertThat(numbers(rep, "{finding: [NOT_SIGNED, PERSONAL_SEAL]}")).isEqualTo(List.of("K-3", "K-1"));
        assertThat(numbers(rep, "{finding: [LONG_TERMS]}")).isEqualTo(List.of("K-4"));
        change(
                admin,
                "updateContractPolicy",
                "UpdateContractPolicyInput",
                Map.of("version", 0, "capitalRate", "0.05", "lateDays", 60, "longestDays", 120),
                "policy { version }");
        assertThat(numbers(rep, "{finding: [LONG_TERMS]}")).isEmpty();
        assertThat(numbers(tenancy.user(tenant, Role.REP, null), "{}")).isEmpty();
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThat(codes(record(" ", SOUND))).isEqualTo(List.of("REQUIRED"));
        assertThat(codes(record("K-1", SOUND, "signedOn", today.plusDays(1).toString())))
                .isEqualTo(List.of("DATE_IN_FUTURE"));
        assertThat(codes(record("K-1", SOUND, "validUntil", today.minusDays(1).toString())))
                .isEqualTo(List.of("DATE_ORDER"));
        Map<String, Object> negative = new HashMap<>(SOUND);
        negative.put("dueDays", -1);
        assertThat(codes(record("K-1", negative))).isEqualTo(List.of("INVALID_VALUE"));
        record("K-1", SOUND);
        assertThat(codes(record("K-1", SOUND))).isEqualTo(List.of("DUPLICATE_NUMBER"));
        assertThat(codes(change(
                        admin,
                        "updateContractPolicy",
                        "UpdateContractPolicyInput",
                        Map.of("version", 1, "capitalRate", "0.05", "lateDays", 60, "longestDays", 120),
                        "policy { version }")))
                .isEqualTo(List.of("STALE"));
    }

    @Test
    void of_ten_who_agree_on_one_version_one_does_and_a_repeat_enters_one_contract() throws Exception {
        String key = Uuids.next().toString();
        List<String> ids =
                AtOnce.on(5, any -> record("K-1", LAX, "clientKey", key).getString("contract.id"));
        assertThat(ids.stream().distinct()).hasSize(1);

        List<List<String>> codes = AtOnce.on(10, any -> codes(update(finance, ids.get(0), 1, SOUND)));

        assertThat(codes).filteredOn(List::isEmpty).hasSize(1);
        assertThat(codes).filteredOn(List.of("STALE")::equals).hasSize(9);
    }

    @Test
    void a_longer_page_takes_no_more_statements() {
        String document =
                "{ contracts(first: 50) { nodes { number findings { kind } customer { code } recordedBy { id } versions { nodes { version } } } } }";
        record("K-0", LAX);
        int few = Statements.during(() -> client.ask(rep, document));
        for (int i = 1; i < 6; i++) {
            record("K-" + i, LAX);
        }

        assertThat(Statements.during(() -> client.ask(rep, document))).isEqualTo(few);
    }
}
