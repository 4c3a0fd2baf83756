package io.huikuan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.Uuids;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;

/** The documents about when and how often customers are contacted, sent by the people whose they are. */
final class ContactsAtWork {

    private final AppsAtWork apps;

    ContactsAtWork(AppsAtWork apps) {
        this.apps = apps;
    }

    /** A rep asks whether it is the hour, calls at midnight all the same and says why; the manager sees it, and the house grows stricter. */
    void run(String customer) {
        JsonPath advice = apps.run("rep-contact-advice", "rep-east", Map.of("customerId", customer, "channel", "PHONE"))
                .setRootPath("data.contactAdvice");
        assertThat(advice.getString("bestAt")).isNotNull();
        assertThat(calledAtMidnight(customer).<String>getList("outside")).isNotEmpty();
        assertThat(apps.run("office-contact-exceptions", "manager-east", Map.of())
                        .<String>getList("data.contactExceptions.nodes.outsideReason"))
                .contains("He asked to be called when his ship is in.");
        stricter();
    }

    private JsonPath calledAtMidnight(String customer) {
        return apps.run(
                        "rep-log-contact",
                        "rep-east",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        Uuids.next().toString(),
                                        "customerId",
                                        customer,
                                        "channel",
                                        "PHONE",
                                        "outcome",
                                        "REACHED",
                                        "occurredAt",
                                        apps.today().minusDays(2) + "T16:10:00Z",
                                        "summary",
                                        "The ship is in.",
                                        "outsideReason",
                                        "He asked to be called when his ship is in.")))
                .setRootPath("data.logContact.contactRecord");
    }

    private void stricter() {
        JsonPath policy = apps.run("office-contact-policy", "admin", Map.of()).setRootPath("data.contactPolicy");
        Map<String, Object> change = Map.of(
                "clientKey",
                Uuids.next().toString(),
                "version",
                policy.getInt("version"),
                "quietDays",
                policy.getInt("quietDays") == 2 ? 3 : 2);
        apps.run("office-update-contact-policy", "admin", Map.of("input", change));
        assertThat(apps.run(
                                "office-audit-events",
                                "admin",
                                Map.of("filter", Map.of("kind", List.of("GUARD_RAILS_CHANGED"))))
                        .<String>getList("data.auditEvents.nodes.what"))
                .first()
                .asString()
                .contains("quietDays");
    }
}
