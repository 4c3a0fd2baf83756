package io.huikuan.notification;

import io.huikuan.alert.AlertKeeper;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A tenant that disturbs people at any hour, with an ADMIN, a rep and a customer of his, and what tests do with their notifications. */
@Dependent
class NotificationWorld {

    final Actor tenant;
    final Actor admin;
    final Actor rep;
    final UUID customer;
    private final Tenancy tenancy;
    private final Client client;
    private final AlertKeeper keeper;
    private final Delivery delivery;
    private final Circuits circuits;
    private final ActingAs actingAs;
    private final Sql sql;
    private final LocalDate today;

    NotificationWorld(
            Tenancy tenancy,
            Client client,
            AlertKeeper keeper,
            Delivery delivery,
            Circuits circuits,
            ActingAs actingAs,
            Sql sql) {
        this.tenancy = tenancy;
        this.client = client;
        this.keeper = keeper;
        this.delivery = delivery;
        this.circuits = circuits;
        this.actingAs = actingAs;
        this.sql = sql;
        this.tenant = tenancy.tenant("Asia/Shanghai");
        this.admin = tenancy.user(tenant, Role.ADMIN, null);
        this.rep = tenancy.user(tenant, Role.REP, null);
        this.customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        this.today = tenancy.today(tenant);
        tenancy.run(
                tenant,
                () -> sql.of("insert into notification_settings (tenant_id, owner_id, quiet_from, quiet_until)"
                                + " values (:tenant, :tenant, 0, 0)")
                        .update());
    }

    /** Raises so many alerts of the customer. */
    void raise(int alerts) {
        for (int i = 0; i < alerts; i++) {
            overdue();
        }
        judge();
    }

    UUID overdue() {
        return tenancy.invoice(tenant, customer, "100.00", today.minusYears(1), today.minusDays(3));
    }

    void judge() {
        tenancy.run(tenant, () -> keeper.judgeInstallments(today));
    }

    void deliver() {
        actingAs.run(tenant, delivery::deliver);
    }

    /** Lets everything that waits be due. */
    void hurry() {
        tenancy.run(
                tenant,
                () -> sql.of("update outbox set due_at = created_at where tenant_id = :tenant and state = 'PENDING'")
                        .update());
    }

    /** As if every pause of every server were over. */
    void forgetCircuits() {
        circuits.openEndpoints().forEach(endpoint -> circuits.succeeded(endpoint.toString()));
    }

    JsonPath ask(Actor actor, String document) {
        return client.ask(actor, document);
    }

    JsonPath ask(Actor actor, String document, Map<String, ?> variables) {
        return client.ask(actor, document, variables);
    }

    /** All notifications, the newest first. */
    List<Map<String, Object>> notifications() {
        return ask(admin, """
                { notifications(first: 100) { nodes { id channel state attempts remark lastAnswer target dueAt alert { id } recipient { id } } } }""").getList("data.notifications.nodes");
    }

    List<Object> states() {
        return notifications().stream().map(one -> one.get("state")).toList();
    }

    /** Gives a user an address. */
    void address(Actor user, String email) {
        tenancy.run(
                tenant,
                () -> sql.of("update app_user set email = :email where tenant_id = :tenant and id = :id")
                        .bind("email", email)
                        .bind("id", user.user().orElseThrow())
                        .update());
    }

    /** Hands the customer over. */
    void handOver(Actor owner) {
        tenancy.run(
                tenant,
                () -> sql.of("update customer set owner_id = :owner where tenant_id = :tenant and id = :id")
                        .bind("owner", owner.user().orElseThrow())
                        .bind("id", customer)
                        .update());
    }

    Actor anotherRep() {
        return tenancy.user(tenant, Role.REP, null);
    }

    void pay(UUID invoice) {
        tenancy.pay(tenant, customer, invoice, "100.00", today);
    }

    /** Enters an endpoint; its id and secret. */
    JsonPath endpoint(String kind, String url, String secret) {
        JsonPath answer = ask(
                admin,
                """
                mutation($input: SaveNotificationEndpointInput!) {
                  saveNotificationEndpoint(input: $input) { secret endpoint { id version host active } userErrors { code field message } } }""",
                Map.of(
                        "input",
                        secret == null
                                ? Map.of("kind", kind, "name", "An endpoint", "url", url)
                                : Map.of(
                                        "kind",
                                        kind,
                                        "name",
                                        "An endpoint",
                                        "url",
                                        url,
                                        "secret",
                                        secret,
                                        "language",
                                        "ZH_CN")));
        answer.setRootPath("data.saveNotificationEndpoint");
        return answer;
    }

    String id(Actor user) {
        return NodeId.of(NodeKind.USER, user.user().orElseThrow());
    }
}
