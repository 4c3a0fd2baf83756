package io.huikuan.schema;

import io.huikuan.kernel.graph.Uuids;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The documents about letters, sent by the people who write, print and read them. */
final class LettersAtWork {

    private final AppsAtWork apps;

    LettersAtWork(AppsAtWork apps) {
        this.apps = apps;
    }

    /** An admin sets the letterhead and a text, a rep writes, the office prints and a partner reads. */
    void run(String customer) {
        texts();
        apps.run(
                "rep-set-letter-language",
                "rep-east",
                Map.of("input", Map.of("clientKey", key(), "customerId", customer, "language", "ZH_CN")));
        apps.run(
                "rep-preview-letter",
                "rep-east",
                Map.of(
                        "customerId",
                        customer,
                        "kind",
                        "STATEMENT",
                        "trial",
                        Map.of("subject", "{{customer.name}}", "body", "{{balance}} {{date}}")));
        apps.run("rep-preview-letter", "rep-east", Map.of("customerId", customer, "kind", "RECEIPT"));
        String letter = issued(customer, "PAYMENT_REMINDER").getString("id");
        apps.run("rep-customer-letters", "rep-east", Map.of("id", customer));
        apps.run("office-letter-print-queue", "finance", Map.of());
        apps.fetch("finance", "/letters/printing.pdf?letter=" + letter);
        apps.run(
                "office-mark-letters-printed",
                "finance",
                Map.of("input", Map.of("clientKey", key(), "letterIds", List.of(letter))));
        apps.fetch("finance", "/letters/" + letter + ".html");
        apps.run("office-letters", "finance", Map.of("filter", Map.of("customerId", customer)));
        apps.run("partner-letters", "partner-d01", Map.of());
    }

    private JsonPath issued(String customer, String kind) {
        Map<String, Object> input = new HashMap<>(Map.of("clientKey", key(), "customerId", customer, "kind", kind));
        input.put(
                "warning",
                Map.of("next", "FIRM", "deadline", apps.today().plusDays(7).toString()));
        input.put("withStatement", true);
        input.put("outsideReason", "They asked for a copy.");
        return apps.run("rep-issue-letter", "rep-east", Map.of("input", input)).setRootPath("data.issueLetter.letter");
    }

    private void texts() {
        JsonPath before =
                apps.run("office-letter-templates", "admin", Map.of("kind", "STATEMENT", "language", "ZH_CN"));
        Map<String, Object> text = before.<Map<String, Object>>getList("data.letterTemplates").stream()
                .filter(each -> each.get("kind").equals("STATEMENT")
                        && each.get("language").equals("ZH_CN"))
                .findFirst()
                .orElseThrow();
        apps.run(
                "office-save-letter-template",
                "admin",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "kind",
                                "STATEMENT",
                                "language",
                                "ZH_CN",
                                "version",
                                text.get("version"),
                                "subject",
                                text.get("subject"),
                                "body",
                                text.get("body"))));
        int version = apps.run("office-letterhead", "finance", Map.of("language", "ZH_CN"))
                .getInt("data.letterhead.version");
        apps.run(
                "office-update-letterhead",
                "admin",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "language",
                                "ZH_CN",
                                "version",
                                version,
                                "name",
                                "示例供货有限公司",
                                "bankAccount",
                                "示例银行上海分行\n账号 1000 2000 3000")));
    }

    private static String key() {
        return Uuids.next().toString();
    }
}
