package io.huikuan.payprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Books;
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

/** The way on which a customer pays, and the step where a claim is stuck. */
@QuarkusTest
class PaymentProcessTest {

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

    @Inject
    Sql sql;

    private Actor tenant;
    private Actor rep;
    private UUID customer;
    private UUID invoice;
    private LocalDate today;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        rep = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        today = tenancy.today(tenant);
        invoice = tenancy.invoice(tenant, customer, "100.00", today.minusDays(60), today.minusDays(30));
    }

    private JsonPath change(String mutation, String input, Map<String, ?> values, String fields) {
        Map<String, Object> keyed = new HashMap<>(values);
        keyed.putIfAbsent("clientKey", Uuids.next().toString());
        JsonPath answer = client.ask(
                rep,
                "mutation($input: " + input + "!) { done: " + mutation + "(input: $input) { " + fields
                        + " userErrors { code field } } }",
                Map.of("input", keyed));
        assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
        return answer.setRootPath("data.done");
    }

    private static List<String> codes(JsonPath payload) {
        return payload.getList("userErrors.code");
    }

    private JsonPath save(int version, List<Map<String, Object>> steps) {
        return change(
                "savePaymentProcess",
                "SavePaymentProcessInput",
                Map.of("customerId", NodeId.of(NodeKind.CUSTOMER, customer), "version", version, "steps", steps),
                "paymentProcess { version steps { number position name usualDays person { name } } }");
    }

    private static Map<String, Object> step(Object... fields) {
        Map<String, Object> step = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            step.put((String) fields[i], fields[i + 1]);
        }
        return step;
    }

    private JsonPath move(Integer step) {
        Map<String, Object> values = new HashMap<>(Map.of("receivableId", NodeId.of(NodeKind.RECEIVABLE, invoice)));
        values.put("step", step);
        return change("moveClaim", "MoveClaimInput", values, "claimStep { number step { name } since days stuck }");
    }

    private List<String> stuck(Actor by) {
        return client.ask(by, "{ stuckClaims { totalCount nodes { step { name } days receivable { id } } } }")
                .getList("data.stuckClaims.nodes.step.name");
    }

    /** As if it had been said so many days ago. */
    private void daysAgo(int days) {
        tenancy.run(
                tenant,
                () -> sql.of(
                                "insert into claim_step (tenant_id, receivable_id, number, customer_id, step_number, since, recorded_at)"
                                        + " values (:tenant, :receivable, 1, :customer, 1, :day, '2026-01-01')")
                        .bind("receivable", invoice)
                        .bind("customer", customer)
                        .bind("day", today.minusDays(days))
                        .update());
    }

    @Test
    void a_claim_moves_along_the_customers_way() {
        save(0, List.of(step("name", "Goods received", "usualDays", 2), step("name", "Signed", "usualDays", 5)));

        assertThat(move(1).getString("claimStep.step.name")).isEqualTo("Goods received");
        JsonPath signed = move(2);
        assertThat(signed.getString("claimStep.step.name")).isEqualTo("Signed");
        assertThat(signed.getBoolean("claimStep.stuck")).isFalse();
        assertThat(move(null).getString("claimStep.step")).isNull();
        JsonPath history = client.ask(
                        rep,
                        "{ receivable(id: \"" + NodeId.of(NodeKind.RECEIVABLE, invoice)
                                + "\") { claimSteps { totalCount nodes { number step { name } recordedBy { id } } } } }")
                .setRootPath("data.receivable.claimSteps");
        assertThat(history.getList("nodes.number")).isEqualTo(List.of(3, 2, 1));
        assertThat(history.getString("nodes[0].step")).isNull();
        assertThat(history.getString("nodes[2].step.name")).isEqualTo("Goods received");
        assertThat(history.getList("nodes.recordedBy.id")).doesNotContainNull();
    }

    @Test
    void a_claim_is_stuck_the_day_after_the_usual_days_as_long_as_it_is_open() {
        save(0, List.of(step("name", "Goods received", "usualDays", 4)));
        daysAgo(4);
        assertThat(stuck(rep)).isEmpty();
        save(1, List.of(step("number", 1, "name", "Goods received", "usualDays", 3)));
        assertThat(stuck(rep)).isEqualTo(List.of("Goods received"));
        assertThat(stuck(tenancy.user(tenant, Role.REP, null))).isEmpty();

        books.pay(tenancy.user(tenant, Role.FINANCE, null), customer, "100.00", today.toString());
        assertThat(stuck(rep)).isEmpty();
    }

    @Test
    void a_step_keeps_its_number_and_one_that_is_left_out_is_no_step_any_more() {
        save(0, List.of(step("name", "A"), step("name", "B")));
        JsonPath changed = save(1, List.of(step("name", "C"), step("number", 2, "name", "B2")));

        assertThat(changed.getList("paymentProcess.steps.number")).isEqualTo(List.of(3, 2));
        assertThat(changed.getList("paymentProcess.steps.position")).isEqualTo(List.of(1, 2));
        assertThat(changed.getList("paymentProcess.steps.name")).isEqualTo(List.of("C", "B2"));
        assertThat(codes(move(1))).isEqualTo(List.of("NOT_FOUND"));
        assertThat(codes(move(2))).isEmpty();
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThat(codes(save(3, List.of()))).isEqualTo(List.of("STALE"));
        assertThat(codes(save(0, List.of(step("name", " "))))).isEqualTo(List.of("REQUIRED"));
        assertThat(codes(save(0, List.of(step("number", 7, "name", "A"))))).isEqualTo(List.of("NOT_FOUND"));
        assertThat(codes(save(0, List.of(step("name", "A", "usualDays", 366))))).isEqualTo(List.of("INVALID_VALUE"));
        assertThat(codes(save(
                        0,
                        List.of(step(
                                "name", "A", "contactPersonId", NodeId.of(NodeKind.CONTACT_PERSON, Uuids.next()))))))
                .isEqualTo(List.of("NOT_FOUND"));
        assertThat(codes(move(1))).isEqualTo(List.of("NOT_FOUND"));
    }

    @Test
    void of_ten_who_saw_one_version_one_saves() throws Exception {
        List<List<String>> codes = AtOnce.on(10, i -> codes(save(0, List.of(step("name", "Step " + i)))));

        assertThat(codes).filteredOn(List::isEmpty).hasSize(1);
        assertThat(codes).filteredOn(List.of("STALE")::equals).hasSize(9);
    }

    @Test
    void many_customers_and_claims_are_read_at_once() {
        save(0, List.of(step("name", "A"), step("name", "B")));
        move(1);
        String document =
                "{ receivables(first: 50) { nodes { number claimStep { step { name } days stuck } claimSteps { nodes { number } }"
                        + " customer { paymentProcess { version steps { name person { name } } } } } } }";
        int few = Statements.during(() -> client.ask(rep, document));
        for (int i = 0; i < 5; i++) {
            invoice = tenancy.invoice(tenant, customer, "1.00", today.minusDays(60), today.minusDays(30));
            move(2);
        }

        assertThat(Statements.during(() -> client.ask(rep, document))).isEqualTo(few);
    }
}
