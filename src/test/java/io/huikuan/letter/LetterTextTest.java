package io.huikuan.letter;

import static io.huikuan.letter.LetterWorld.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.AtOnce;
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

/** A tenant's own texts and letterheads. */
@QuarkusTest
class LetterTextTest {

    @Inject
    Tenancy tenancy;

    @Inject
    LetterWorld world;

    @Inject
    Sql sql;

    private Actor tenant;
    private Actor admin;
    private UUID customer;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        admin = tenancy.user(tenant, Role.ADMIN, null);
        customer = tenancy.customer(tenant, null, null);
        tenancy.invoice(
                tenant,
                customer,
                "1000.00",
                tenancy.today(tenant).minusDays(40),
                tenancy.today(tenant).minusDays(10));
    }

    private JsonPath save(int version, String subject, String body) {
        return world.change(
                admin,
                "saveLetterTemplate",
                "SaveLetterTemplateInput",
                Map.of(
                        "kind",
                        "PAYMENT_REMINDER",
                        "language",
                        "EN",
                        "version",
                        version,
                        "subject",
                        subject,
                        "body",
                        body),
                "template { version subject body savedBy { id } }");
    }

    private Map<String, Object> letter() {
        return world.issued(admin, customer, LetterKind.PAYMENT_REMINDER, "language", "EN");
    }

    @Test
    void a_text_has_versions_and_a_letter_tells_by_which_it_was_written() {
        assertThat(letter()).containsEntry("templateVersion", 0);
        assertThat(save(0, "First", "Of {{date}}.").getInt("template.version")).isEqualTo(1);
        assertThat(letter()).containsEntry("templateVersion", 1).containsEntry("subject", "First");
        assertThat(save(1, "Second", "Of {{date}}.").getInt("template.version")).isEqualTo(2);

        assertThat(codes(save(1, "Third", "Text"))).isEqualTo(List.of("STALE"));
        assertThat(letter()).containsEntry("templateVersion", 2).containsEntry("subject", "Second");
        assertThat(world.ask(
                                admin,
                                "{ letterTemplateVersions(kind: PAYMENT_REMINDER, language: EN) { totalCount nodes { version subject } } letterTemplates { kind language version } }",
                                Map.of())
                        .getList("data.letterTemplateVersions.nodes.subject"))
                .isEqualTo(List.of("Second", "First"));
    }

    @Test
    void of_two_who_change_a_text_at_once_one_is_told_to_read_it_again() throws Exception {
        List<List<String>> refused = AtOnce.on(4, i -> codes(save(0, "By " + i, "Text")));

        assertThat(refused).containsExactlyInAnyOrder(List.of(), List.of("STALE"), List.of("STALE"), List.of("STALE"));
    }

    @Test
    void a_text_that_names_what_there_is_not_is_refused_with_its_place() {
        JsonPath refused = save(0, "Hello {{customer.iban}}", "Dear\n{{#total}} never closed");

        assertThat(codes(refused)).isEqualTo(List.of("UNKNOWN_PLACEHOLDER", "TEMPLATE_INVALID"));
        assertThat(refused.getList("userErrors.message"))
                .isEqualTo(List.of(
                        "Line 1, column 7: there is no placeholder “customer.iban” here",
                        "Line 2, column 1: the section total is not closed"));
        assertThat(codes(save(0, "Thanks", "For {{payment.amount}}"))).isEqualTo(List.of("UNKNOWN_PLACEHOLDER"));
        assertThat(codes(save(0, " ", ""))).isEqualTo(List.of("REQUIRED", "REQUIRED"));
        assertThat(codes(save(0, "x".repeat(201), "y".repeat(20_001)))).isEqualTo(List.of("TOO_LONG", "TOO_LONG"));
    }

    @Test
    void a_short_text_becomes_no_endless_letter() {
        assertThat(codes(save(0, "{{items}}", "Text"))).isEqualTo(List.of("UNKNOWN_PLACEHOLDER"));
        assertThat(codes(save(0, "For {{bank}}", "Text"))).isEqualTo(List.of("UNKNOWN_PLACEHOLDER"));
        JsonPath twice = save(0, "Text", "{{items}}\n\n{{bank}}\n\n{{items}}");
        assertThat(codes(twice)).isEqualTo(List.of("TEMPLATE_INVALID"));
        assertThat(twice.getString("userErrors[0].message"))
                .isEqualTo("Line 5, column 1: {{items}} stands in a text only once");
        assertThat(codes(save(0, "Text", "{{customer.name}}".repeat(101)))).isEqualTo(List.of("TEMPLATE_INVALID"));
        assertThat(world.ask(
                                admin,
                                "query($id: ID!, $trial: LetterTrialInput) { previewLetter(customerId: $id, kind: PAYMENT_REMINDER, trial: $trial) { text } }",
                                Map.of(
                                        "id",
                                        NodeId.of(NodeKind.CUSTOMER, customer),
                                        "trial",
                                        Map.of("subject", "Text", "body", "{{items}} {{items}}")))
                        .getString("errors[0].extensions.code"))
                .isEqualTo("TEMPLATE_INVALID");

        assertThat(codes(save(0, "Text", "{{items}}{{bank}}" + "{{customer.name}}".repeat(98))))
                .isEmpty();
    }

    @Test
    void nothing_that_a_text_or_a_figure_says_becomes_markup() {
        String sly =
                "<script>alert(1)</script><img src=\"https://evil.example/x\"> & {{customer.name}} {#if true}{/if} {content.words}";
        tenancy.run(
                tenant,
                () -> sql.of("update customer set name = :name where tenant_id = :tenant and id = :id")
                        .bind("name", "<b onclick='x()'>&amp; {{total}}\u202E</b>]]>")
                        .bind("id", customer)
                        .update());
        assertThat(codes(save(0, "<u>{{customer.name}}</u>", sly))).isEmpty();

        Map<String, Object> letter = letter();

        String page = world.get(admin, (String) letter.get("htmlUrl")).asString();
        String body = page.substring(page.indexOf("<body>"));
        assertThat(body)
                .doesNotContain("<script", "<img", "<b ", "<u>", "\u202E")
                .contains("&lt;script&gt;", "&lt;b onclick=", "{{total}}", "{#if true}{/if} {content.words}");
        assertThat(world.pdfText(admin, letter.get("pdfUrl"))).contains("<script>alert(1)</script>", "{{total}}");
    }

    @Test
    void the_letterhead_of_a_language_is_on_its_letters_alone() {
        Map<String, Object> head = new HashMap<>(Map.of(
                "language",
                "EN",
                "version",
                0,
                "name",
                "Harbour Supply Co., Ltd.",
                "address",
                "1 Quay Road\nShanghai",
                "phone",
                "+86 21 5555 0100",
                "bankAccount",
                "Bank of the Harbour\nAccount 100 200 300",
                "signature",
                "Accounts receivable\nHarbour Supply"));
        JsonPath done = world.change(
                admin, "updateLetterhead", "UpdateLetterheadInput", head, "letterhead { version name bankAccount }");
        assertThat(codes(done)).isEmpty();

        assertThat(world.pdfText(admin, letter().get("pdfUrl")))
                .contains(
                        "Harbour Supply Co., Ltd.",
                        "1 Quay Road",
                        "+86 21 5555 0100",
                        "Account 100 200 300",
                        "Accounts receivable");
        assertThat(world.pdfText(
                        admin,
                        world.issued(admin, customer, LetterKind.PAYMENT_REMINDER, "language", "ZH_CN")
                                .get("pdfUrl")))
                .doesNotContain("Harbour", "收款账户")
                .contains(tenant.tenantCode());
        assertThat(codes(world.change(
                        admin, "updateLetterhead", "UpdateLetterheadInput", head, "letterhead { version }")))
                .isEqualTo(List.of("STALE"));
        head.put("version", 1);
        head.put("email", "no address");
        assertThat(codes(world.change(
                        admin, "updateLetterhead", "UpdateLetterheadInput", head, "letterhead { version }")))
                .isEqualTo(List.of("INVALID_VALUE"));
    }

    @Test
    void a_text_that_comes_out_empty_is_no_letter() {
        save(0, "Only late", "{{^overdue}}Nothing is late.{{/overdue}}");

        assertThat(codes(world.issue(admin, customer, LetterKind.PAYMENT_REMINDER, "language", "EN")))
                .isEqualTo(List.of("TEMPLATE_INVALID"));
    }

    @Test
    void another_tenant_has_its_own_texts() {
        save(0, "First", "Text");
        Actor foreign = tenancy.user(tenancy.tenant("Asia/Shanghai"), Role.ADMIN, null);

        assertThat(world.ask(foreign, "{ letterTemplates { version } }", Map.of())
                        .getList("data.letterTemplates.version"))
                .hasSize(12)
                .containsOnly(0);
    }
}
