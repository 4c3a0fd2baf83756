package io.huikuan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.Uuids;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The documents about escalations, sent by the people whose they are. */
final class EscalationsAtWork {

    private final AppsAtWork apps;

    EscalationsAtWork(AppsAtWork apps) {
        this.apps = apps;
    }

    /** A rep opens a case and proposes what is next, and a manager decides. */
    void run(String customer) {
        String id = apps.run(
                        "rep-open-escalation",
                        "rep-east",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        Uuids.next().toString(),
                                        "customerId",
                                        customer,
                                        "reason",
                                        "It does not pay.",
                                        "withStatement",
                                        true)))
                .getString("data.openEscalation.escalation.id");
        people(id, customer);
        send("rep-propose-escalation-stage", "rep-east", id, Map.of("stage", "FIRM", "reason", "No answer."));
        Map<String, Object> waiting = Map.of("waitingForMe", true, "mine", true, "status", List.of("OPEN"));
        assertThat(apps.run("office-escalations", "manager-east", Map.of("first", 20, "filter", waiting))
                        .<String>getList("data.escalations.nodes.id"))
                .contains(id);
        send(
                "office-decide-escalation-stage",
                "manager-east",
                id,
                Map.of("approve", false, "reason", "Wait for the fair."));
        measures(id);
        assertThat(apps.run("rep-customer-escalation", "rep-east", Map.of("id", customer))
                        .<String>getList("data.customer.escalation.history.nodes.kind"))
                .startsWith("OPENED", "STAGE_REACHED")
                .contains("VISITED", "STAGE_REJECTED", "MEASURE_LIFTED");
        apps.run("office-run-job", "admin", Map.of("input", Map.of("job", "ESCALATION_REVIEW")));
        send("office-close-escalation", "rep-east", id, Map.of("reason", "The owner came to see us."));
    }

    private void people(String id, String customer) {
        JsonPath people = apps.run("viewer", "manager-east", Map.of());
        String manager = people.getString("data.viewer.user.id");
        String rep = apps.run("viewer", "rep-east", Map.of()).getString("data.viewer.user.id");
        send("rep-change-escalation-participants", "rep-east", id, Map.of("leadId", rep, "managerId", manager));
        send(
                "rep-plan-leader-visit",
                "rep-east",
                id,
                Map.of("visitorId", manager, "on", apps.today().toString(), "note", "To meet the owner."));
        String contact = apps.run(
                        "rep-log-contact",
                        "manager-east",
                        Map.of(
                                "input",
                                Map.of(
                                        "customerId",
                                        customer,
                                        "channel",
                                        "MEETING",
                                        "direction",
                                        "INBOUND",
                                        "outcome",
                                        "REACHED",
                                        "occurredAt",
                                        Instant.now().toString(),
                                        "summary",
                                        "The owners spoke.",
                                        "outsideReason",
                                        "The owner asked for it.")))
                .getString("data.logContact.contactRecord.id");
        send("rep-record-leader-visit", "rep-east", id, Map.of("contactRecordId", contact));
    }

    private void measures(String id) {
        JsonPath proposed = send(
                        "rep-propose-escalation-measure",
                        "rep-east",
                        id,
                        Map.of("kind", "STOP_SUPPLY", "reason", "It goes on buying."))
                .setRootPath("data.proposeEscalationMeasure.escalationMeasure");
        String measure = proposed.getString("id");
        Map<String, Object> decision = new HashMap<>(
                Map.of("clientKey", Uuids.next().toString(), "id", measure, "version", proposed.getInt("version")));
        decision.put("approve", true);
        int version = apps.run("office-decide-escalation-measure", "manager-east", Map.of("input", decision))
                .getInt("data.decideEscalationMeasure.escalationMeasure.version");
        apps.run(
                "office-lift-escalation-measure",
                "manager-east",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                Uuids.next().toString(),
                                "id",
                                measure,
                                "version",
                                version,
                                "reason",
                                "A part was paid.")));
    }

    /** Sends a document about the case as it is now. */
    private JsonPath send(String document, String person, String id, Map<String, ?> more) {
        int version = apps.ask(person, "{ node(id: \"" + id + "\") { ... on Escalation { version } } }", Map.of())
                .getInt("data.node.version");
        Map<String, Object> input = new HashMap<>(more);
        input.put("clientKey", Uuids.next().toString());
        input.put("id", id);
        input.put("version", version);
        return apps.run(document, person, Map.of("input", input));
    }
}
