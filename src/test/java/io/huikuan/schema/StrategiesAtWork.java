package io.huikuan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.Uuids;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The documents about strategies and what comes of them, sent by those who lead and by the reps. */
final class StrategiesAtWork {

    private final AppsAtWork apps;

    StrategiesAtWork(AppsAtWork apps) {
        this.apps = apps;
    }

    /** A strategy is looked at, changed, previewed and activated; it gives tasks, one of which is handed on and done; others are paused. */
    void run(String customer, String receivable) {
        JsonPath drafted = apps.run("office-strategies", "finance", Map.of())
                .setRootPath("data.strategies.nodes.find { it.draft != null }");
        String strategy = drafted.getString("id");
        int version = saved(strategy, drafted.getInt("version"));
        JsonPath preview = apps.run("office-preview-strategy", "finance", Map.of("id", strategy));
        assertThat(preview.<String>getList("data.previewStrategy.counts.verdict"))
                .contains("DUE");
        apps.run("office-activate-strategy", "finance", Map.of("input", decision(strategy, version)));
        apps.run("office-run-job", "admin", Map.of("input", Map.of("job", "STRATEGY_RUN")));
        aTask();
        apps.run("rep-customer-collection", "rep-east", Map.of("id", customer));
        pauses(receivable);
        another();
    }

    private int saved(String strategy, int version) {
        Map<String, Object> input = new HashMap<>(decision(strategy, version));
        input.put("quietDays", 0);
        input.put(
                "steps",
                List.of(
                        Map.of("day", -60, "channel", "EMAIL", "letterKind", "PAYMENT_REMINDER"),
                        Map.of(
                                "day",
                                1,
                                "channel",
                                "PHONE_TASK",
                                "repeatDays",
                                5,
                                "soonerDays",
                                1,
                                "minimums",
                                List.of(Map.of("amount", "10.00", "currency", "CNY")))));
        return apps.run("office-save-strategy-draft", "finance", Map.of("input", input))
                .getInt("data.saveStrategyDraft.strategy.version");
    }

    private void aTask() {
        JsonPath task = apps.run(
                        "rep-collection-tasks",
                        "rep-east",
                        Map.of("first", 5, "filter", Map.of("status", List.of("OPEN"), "mine", true)))
                .setRootPath("data.collectionTasks.nodes[0]");
        assertThat(task.getString("script")).contains("您好");
        Map<String, Object> input = new HashMap<>(decision(task.getString("id"), task.getInt("version")));
        input.put(
                "assigneeId",
                apps.run("office-users", "finance", Map.of("role", "FINANCE")).getString("data.users.nodes[0].id"));
        apps.run("office-assign-collection-task", "finance", Map.of("input", input));
        apps.run(
                "rep-log-contact",
                "finance",
                Map.of(
                        "input",
                        Map.of(
                                "customerId",
                                task.getString("customer.id"),
                                "channel",
                                "PHONE",
                                "outcome",
                                "REACHED",
                                "occurredAt",
                                apps.today() + "T00:00:00+08:00",
                                "summary",
                                "They will look into it.",
                                "outsideReason",
                                "They asked to be called that night.")));
        assertThat(apps.run(
                                "rep-collection-tasks",
                                "finance",
                                Map.of(
                                        "filter",
                                        Map.of("customerId", task.getString("customer.id"), "status", List.of("DONE"))))
                        .getString("data.collectionTasks.nodes[0].contactRecord.outcome"))
                .isEqualTo("REACHED");
    }

    private void pauses(String receivable) {
        JsonPath pause = apps.run(
                        "office-pause-dunning",
                        "finance",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        Uuids.next().toString(),
                                        "receivableId",
                                        receivable,
                                        "reason",
                                        "The goods are being looked at.",
                                        "until",
                                        apps.today().plusDays(5).toString())))
                .setRootPath("data.pauseDunning.dunningPause");
        apps.run("rep-dunning-pauses", "rep-east", Map.of("filter", Map.of("live", true)));
        Map<String, Object> input = new HashMap<>(decision(pause.getString("id"), pause.getInt("version")));
        input.put("reason", "They are good.");
        apps.run("office-resume-dunning", "finance", Map.of("input", input));
    }

    private void another() {
        JsonPath made = apps.run(
                        "office-create-strategy",
                        "finance",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        Uuids.next().toString(),
                                        "name",
                                        "Those who will not pay",
                                        "classes",
                                        List.of("EVASIVE"),
                                        "starter",
                                        "FIRM")))
                .setRootPath("data.createStrategy.strategy");
        apps.run(
                "office-end-strategy",
                "finance",
                Map.of("input", decision(made.getString("id"), made.getInt("version"))));
    }

    private static Map<String, Object> decision(String id, int version) {
        return Map.of("clientKey", Uuids.next().toString(), "id", id, "version", version);
    }
}
