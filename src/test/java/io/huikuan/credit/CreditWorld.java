package io.huikuan.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.support.Client;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What tests of credit ask and decide, over HTTP. Amounts are in CNY. */
@ApplicationScoped
public class CreditWorld {

    private static final String CHECK = """
            query($id: ID, $amount: MoneyInput!, $stage: CreditStage, $number: String) {
              creditCheck(customerId: $id, orderAmount: $amount, stage: $stage, orderNumber: $number) {
                allowed availableAfter { amount } verdicts { rule outcome blocks reason source }
                standing { limitAmount { amount } exposures { currency exposure } } } }""";

    private final Client client;

    CreditWorld(Client client) {
        this.client = client;
    }

    /** Runs a mutation, whose answer has no errors; its payload's part of the response. */
    public JsonPath change(Actor actor, String mutation, String input, Map<String, ?> values, String fields) {
        Map<String, Object> keyed = new HashMap<>(values);
        keyed.putIfAbsent("clientKey", Uuids.next().toString());
        JsonPath answer = client.ask(
                actor,
                "mutation($input: " + input + "!) { done: " + mutation + "(input: $input) { " + fields
                        + " userErrors { code field message } } }",
                Map.of("input", keyed));
        assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
        return answer.setRootPath("data.done");
    }

    /** The codes of the refusals. */
    public static List<String> codes(JsonPath payload) {
        return payload.getList("userErrors.code");
    }

    /** The global id of a customer. */
    public static String id(UUID customer) {
        return NodeId.of(NodeKind.CUSTOMER, customer);
    }

    /** An amount in CNY. */
    public static Map<String, Object> cny(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    /** The version of the customer's standing. */
    public int version(Actor actor, UUID customer) {
        return client.ask(actor, "{ customer(id: \"" + id(customer) + "\") { credit { version } } }")
                .getInt("data.customer.credit.version");
    }

    /** Gives the customer a limit, with what else the input has. */
    public JsonPath limit(Actor actor, UUID customer, String amount, Object... more) {
        Map<String, Object> values = new HashMap<>(
                Map.of("customerId", id(customer), "version", version(actor, customer), "reason", "It asked for it."));
        if (amount != null) {
            values.put("amount", cny(amount));
        }
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return change(
                actor,
                "setCreditLimit",
                "SetCreditLimitInput",
                values,
                "standing { version limitAmount { amount currency } limitExpired available { amount } onTimeInstallments }");
    }

    /** Stops supply, with what else the input has. */
    public JsonPath hold(Actor actor, UUID customer, Object... more) {
        Map<String, Object> values = new HashMap<>(
                Map.of("customerId", id(customer), "scope", "ALL", "cause", "OVERDUE", "reason", "It has not paid."));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return change(
                actor,
                "placeCreditHold",
                "PlaceCreditHoldInput",
                values,
                "creditHold { id version live until placedBy { id } releases { byPayment until } }");
    }

    /** Lets supply go on until the day. */
    public JsonPath release(Actor actor, String hold, int version, String until) {
        return change(
                actor,
                "releaseCreditHold",
                "ReleaseCreditHoldInput",
                Map.of("id", hold, "version", version, "reason", "The owner stands in.", "until", until),
                "creditHold { id version live releases { byPayment reason until releasedBy { id } } }");
    }

    /** How the customer's status reads. */
    public String status(Actor actor, UUID customer) {
        return client.ask(actor, "{ customer(id: \"" + id(customer) + "\") { status } }")
                .getString("data.customer.status");
    }

    /** A credit check of an order in CNY. */
    public JsonPath check(Actor actor, UUID customer, String amount) {
        return check(actor, customer, cny(amount), "ORDER");
    }

    /** A credit check. */
    public JsonPath check(Actor actor, UUID customer, Map<String, ?> amount, String stage) {
        JsonPath answer = client.ask(actor, CHECK, Map.of("id", id(customer), "amount", amount, "stage", stage));
        assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
        return answer.setRootPath("data.creditCheck");
    }

    /** The rules that block, in their order. */
    public static List<String> blocking(JsonPath check) {
        return check.getList("verdicts.findAll { it.blocks }.rule");
    }

    /** What a rule says. */
    public static List<String> outcomes(JsonPath check, String rule) {
        return check.getList("verdicts.findAll { it.rule == '" + rule + "' }.outcome");
    }
}
