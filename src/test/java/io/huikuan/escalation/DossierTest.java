package io.huikuan.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.hash.Sha256;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a lawyer gets. */
@QuarkusTest
class DossierTest {

    @Inject
    Tenancy tenancy;

    @Inject
    Client client;

    @Inject
    EscalationWorld world;

    @Inject
    TestClock clock;

    private Actor tenant;
    private Actor finance;
    private Actor manager;
    private Actor rep;
    private UUID customer;
    private Escalation opened;

    @BeforeEach
    void a_case_is_open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        world.day(tenant, "2026-11-02");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        manager = tenancy.user(tenant, Role.MANAGER, null);
        rep = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        tenancy.invoice(tenant, customer, "1000.00", LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-01"));
        opened = world.open(rep, customer);
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private void handedOver() {
        Escalation climbing = opened;
        String day = "2026-11-10";
        for (EscalationStage stage :
                List.of(EscalationStage.FIRM, EscalationStage.FINAL_NOTICE, EscalationStage.LEGAL)) {
            world.day(tenant, day);
            climbing = world.reach(rep, manager, climbing, stage);
            day = LocalDate.parse(day).plusDays(8).toString();
        }
    }

    private Response get(Actor by, String query) {
        return given().auth().oauth2(client.token(by)).get("/escalations/" + opened.id() + "/dossier.zip" + query);
    }

    private static Map<String, byte[]> files(Response zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.asByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void it_holds_all_there_is_and_a_manifest_that_proves_it() throws IOException {
        client.ask(
                rep,
                "mutation { logContact(input: {customerId: \"" + NodeId.of(NodeKind.CUSTOMER, customer)
                        + "\", channel: PHONE, outcome: REFUSED, summary: \"=HYPERLINK(1)\", occurredAt: \"2026-10-30T07:30:00Z\", outsideReason: \"He called.\"}) { userErrors { code } } }");
        handedOver();

        Response zip = get(finance, "?lang=en");

        assertThat(zip.statusCode()).isEqualTo(200);
        assertThat(zip.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"dossier-" + opened.number() + "-2026-11-26.zip\"");
        assertThat(zip.header("Cache-Control")).isEqualTo("private, no-store");
        Map<String, byte[]> files = files(zip);
        assertThat(files.keySet())
                .startsWith(
                        "dossier.html",
                        "open-items.csv",
                        "escalation.csv",
                        "measures.csv",
                        "payment-plans.csv",
                        "promises.csv",
                        "disputes.csv",
                        "contacts.csv",
                        "contracts.csv",
                        "concessions.csv",
                        "statement.html",
                        "statement.csv")
                .endsWith("manifest.csv");
        assertThat(files.keySet().stream().filter(name -> name.endsWith(".pdf")))
                .hasSize(4);
        assertThat(text(files.get("open-items.csv"))).contains("due_date").contains("1000.00");
        assertThat(text(files.get("contacts.csv"))).contains("'=HYPERLINK(1)");
        assertThat(text(files.get("escalation.csv"))).contains("STAGE_REACHED,LEGAL");
        assertThat(text(files.get("dossier.html")))
                .contains("Collection dossier")
                .contains("Final notice");
        List<String> manifest = text(files.remove("manifest.csv")).lines().toList();
        assertThat(manifest).hasSize(files.size() + 1);
        files.forEach(
                (name, bytes) -> assertThat(manifest).contains(name + "," + bytes.length + "," + Sha256.of(bytes)));
    }

    @Test
    void it_is_the_same_each_time_but_for_its_own_record_and_reads_chinese() throws IOException {
        handedOver();
        Map<String, byte[]> first = files(get(manager, ""));
        Map<String, byte[]> second = files(get(manager, ""));

        assertThat(second.keySet()).isEqualTo(first.keySet());
        assertThat(text(first.get("dossier.html"))).contains("催收档案").contains("最后通知");
        assertThat(text(second.get("open-items.csv"))).isEqualTo(text(first.get("open-items.csv")));
        assertThat(text(second.get("escalation.csv"))).contains("DOSSIER_EXPORTED");
        assertThat(world.history(tenant, opened)).endsWith("DOSSIER_EXPORTED", "DOSSIER_EXPORTED");
    }

    @Test
    void an_account_that_moved_too_often_is_left_out_and_the_page_says_so() throws IOException {
        handedOver();
        assertThat(text(files(get(manager, "?lang=en")).get("dossier.html"))).contains("The account is enclosed");
        world.fees(tenant, customer, 20_000);

        Map<String, byte[]> files = files(get(manager, "?lang=en"));

        assertThat(files.keySet())
                .contains("open-items.csv", "manifest.csv")
                .doesNotContain("statement.html", "statement.csv");
        assertThat(text(files.get("dossier.html"))).contains("The account is not enclosed");
    }

    @Test
    void it_is_for_those_who_may_and_for_what_is_handed_over() {
        assertThat(get(manager, "").statusCode()).as("a reminder").isEqualTo(400);
        handedOver();
        assertThat(get(rep, "").statusCode()).isEqualTo(403);
        assertThat(get(tenancy.partner(tenant, customer), "").statusCode()).isEqualTo(403);
        assertThat(get(tenancy.user(tenant, Role.MANAGER, "West"), "").statusCode())
                .isEqualTo(404);
        assertThat(get(tenancy.user(tenancy.tenant("Asia/Shanghai"), Role.FINANCE, null), "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(finance, "?lang=fr").statusCode()).isEqualTo(400);
        assertThat(given().get("/escalations/" + opened.id() + "/dossier.zip").statusCode())
                .isEqualTo(401);
        assertThat(world.history(tenant, opened)).doesNotContain("DOSSIER_EXPORTED");
    }
}
