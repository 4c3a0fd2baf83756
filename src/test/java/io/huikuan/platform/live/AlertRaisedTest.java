package io.huikuan.platform.live;

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
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The whole way of an alert: from the transaction that raises it to the phone that is looking. */
@QuarkusTest
class AlertRaisedTest {

    private static final String DOCUMENT = """
            subscription { alertRaised(filter: {minSeverity: WARNING}) { type title customer { id } assignee { id }
                subject { __typename ... on Installment { balance { amount } } } } }""";

    @TestHTTPResource("/graphql")
    URI address;

    @Inject
    Tenancy tenancy;

    @Inject
    TokenIssuer issuer;

    @Inject
    AlertKeeper keeper;

    @Test
    void an_alert_reaches_whoever_may_see_it_with_all_that_it_leads_to() throws InterruptedException {
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        Actor rep = tenancy.user(tenant, Role.REP, null);
        Actor stranger = tenancy.user(tenant, Role.REP, null);
        UUID customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        LocalDate today = tenancy.today(tenant);
        tenancy.invoice(tenant, customer, "60.00", today.minusDays(90), today.minusDays(4), today.plusDays(2));

        try (LiveClient hearing = LiveClient.acknowledged(socket(), token(rep));
                LiveClient deaf = LiveClient.acknowledged(socket(), token(stranger))) {
            hearing.subscribe("1", DOCUMENT);
            deaf.subscribe("1", DOCUMENT);
            Thread.sleep(500);
            tenancy.run(tenant, () -> keeper.judgeInstallments(today));

            JsonObject next = hearing.next();
            assertThat(next.getString("type")).isEqualTo("next");
            JsonObject answer = next.getJsonObject("payload");
            assertThat(answer.getValue("errors")).isNull();
            JsonObject alert = answer.getJsonObject("data").getJsonObject("alertRaised");
            assertThat(alert.getString("type")).isEqualTo("INSTALLMENT_OVERDUE");
            assertThat(alert.getJsonObject("customer").getString("id"))
                    .isEqualTo(NodeId.of(NodeKind.CUSTOMER, customer));
            assertThat(alert.getJsonObject("assignee").getString("id"))
                    .isEqualTo(NodeId.of(NodeKind.USER, rep.user().orElseThrow()));
            assertThat(alert.getJsonObject("subject").getString("__typename")).isEqualTo("Installment");
            assertThat(alert.getJsonObject("subject").getJsonObject("balance").getString("amount"))
                    .isEqualTo("60.00");
            assertThat(hearing.nextSoon()).isNull();
            assertThat(deaf.nextSoon()).isNull();
        }
    }

    private URI socket() {
        return URI.create(address.toString().replaceFirst("^http", "ws"));
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
