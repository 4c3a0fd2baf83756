package io.huikuan.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.alert.AlertKeeper;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.platform.security.TokenIssuer;
import io.huikuan.platform.security.TokenRequest;
import io.huikuan.support.Tenancy;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The libraries that apps are made of, as they come from npm, talk to the running service: Apollo Client and graphql-ws. Where there is no Node, or npm
 * does not reach its registry, it is skipped and says so.
 */
@QuarkusTest
class RealClientsTest {

    @TestHTTPResource("/graphql")
    URI address;

    @Inject
    Tenancy tenancy;

    @Inject
    TokenIssuer issuer;

    @Inject
    AlertKeeper keeper;

    @Test
    void apollo_client_and_graphql_ws_reach_trusted_documents() throws IOException, InterruptedException {
        NodeApp app = NodeApp.installed();
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        Actor rep = tenancy.user(tenant, Role.REP, null);
        UUID customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        LocalDate today = tenancy.today(tenant);

        Process running = app.start(
                Map.of("ADDRESS", address.toString(), "TOKEN", token(rep), "LOG_CONTACT", contact(customer, today)));
        JsonPath report = NodeApp.report(running, () -> alert(tenant, customer, today));

        assertThat(report.getList("foreign")).isEmpty();
        assertThat(report.getList("got.customers.nodes.id")).containsExactly(NodeId.of(NodeKind.CUSTOMER, customer));
        assertThat(report.getMap("gotAgain")).isEqualTo(report.getMap("got"));
        assertThat(report.getInt("cached")).isEqualTo(1);
        assertThat(report.getString("posted.viewer.tenant.code")).isEqualTo(tenant.tenantCode());
        assertThat(report.getString("mutated.logContact.contactRecord.id")).isNotNull();
        assertThat(report.getString("own.viewer.tenant.code")).isEqualTo(tenant.tenantCode());
        assertThat(report.getString("heard.data.alertRaised.customer.id"))
                .isEqualTo(NodeId.of(NodeKind.CUSTOMER, customer));
        assertThat(sent(report))
                .containsExactly(
                        "GET false 200",
                        "GET false 304",
                        "POST false 200",
                        "POST false 200",
                        "POST false 400",
                        "POST true 200");
    }

    /** Method, whether the document went along, status. */
    private static List<String> sent(JsonPath report) {
        return report.<Map<String, Object>>getList("sent").stream()
                .map(one -> one.get("method") + " " + one.get("document") + " " + one.get("status"))
                .toList();
    }

    private void alert(Actor tenant, UUID customer, LocalDate today) {
        tenancy.invoice(tenant, customer, "60.00", today.minusDays(90), today.minusDays(4));
        tenancy.run(tenant, () -> keeper.judgeInstallments(today));
    }

    private static String contact(UUID customer, LocalDate today) {
        return new JsonObject()
                .put("customerId", NodeId.of(NodeKind.CUSTOMER, customer))
                .put("channel", "PHONE")
                .put("outcome", "REACHED")
                .put("occurredAt", today.minusDays(1) + "T07:30:00Z")
                .put("summary", "They asked for a copy.")
                .put("outsideReason", "They asked for it.")
                .encode();
    }

    private String token(Actor actor) {
        String subject = "user " + actor.user().orElseThrow();
        return issuer.issue(new TokenRequest(
                actor.tenantCode(),
                subject,
                subject,
                Optional.empty(),
                actor.roles(),
                actor.region(),
                Optional.empty(),
                Duration.ofHours(1)));
    }
}
