package io.huikuan.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.instance.WebhookReceiver.Delivery;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nodes are killed, again and again, in the middle of delivering: every message arrives all the same, and what arrives twice has the same id. */
class KilledWhileDeliveringIT {

    private static final String TENANT = "chaos";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int ALERTS = 1_000;
    private static final int ENDPOINTS = 5;
    private static final int ALL = ALERTS * ENDPOINTS;
    private static final int KILLS = 6;
    private static final Map<String, String> DELIVERS = Map.of(
            "huikuan.notification.http.private-addresses", "true",
            "huikuan.notification.every", "1s",
            "huikuan.notification.lease", "PT4S",
            "huikuan.notification.first-pause", "PT1S");

    @Test
    void every_message_arrives_however_often_a_node_is_killed_and_a_repeat_has_the_same_id() throws Exception {
        try (Home home = Home.empty().withTenant(TENANT, ZONE.getId(), "CNY");
                WebhookReceiver receiver = new WebhookReceiver()) {
            prepare(home, receiver);
            List<Integer> moments = kill(home, receiver);
            Await.until("everything is sent", () -> waiting(home) == 0);

            List<Delivery> deliveries = receiver.deliveries();
            assertThat(receiver.refused()).isEmpty();
            assertThat(moments).hasSize(KILLS).allMatch(arrived -> arrived < ALL);
            assertThat(states(home)).containsOnly(Map.entry("SENT", ALL));
            assertThat(deliveries.stream().map(Delivery::id).distinct()).hasSize(ALL);
            assertThat(Set.copyOf(deliveries))
                    .as("one id for an alert and an address, on every try")
                    .hasSize(ALL);
        }
    }

    /** Receivables that are late, and systems that want to hear of it; the alerts are raised when the first node that delivers starts. */
    private static void prepare(Home home, WebhookReceiver receiver) throws Exception {
        Instance loader = home.start(
                        false,
                        Map.of(
                                "huikuan.notification.enabled",
                                "false",
                                "huikuan.notification.http.private-addresses",
                                "true"))
                .awaitReady();
        String token = home.token(TENANT);
        load(loader, token, "customers", CsvFiles.customers(10));
        load(
                loader,
                token,
                "receivables",
                CsvFiles.receivables("late", ALERTS, 10, LocalDate.now(ZONE).minusDays(10)));
        for (String path :
                IntStream.range(0, ENDPOINTS).mapToObj(i -> "/hook-" + i).toList()) {
            JsonPath saved = loader.ask(
                    token,
                    "mutation($input: SaveNotificationEndpointInput!) { saveNotificationEndpoint(input: $input) { secret userErrors { code } } }",
                    Map.of("input", Map.of("kind", "WEBHOOK", "name", "ERP", "url", receiver.url(path))));
            receiver.verify(path, saved.getString("saveNotificationEndpoint.secret"));
        }
        JsonPath run = loader.ask(
                token,
                "mutation { runJob(input: { job: INSTALLMENT_ALERTS }) { jobRun { raised } userErrors { code } } }");
        assertThat(run.getInt("runJob.jobRun.raised")).isEqualTo(ALERTS);
        loader.stop();
    }

    private static void load(Instance instance, String token, String kind, String csv) {
        assertThat(instance.load(token, kind, csv).join().statusCode()).isEqualTo(200);
    }

    /** Kills one of two nodes, and starts another in its place, at random moments of the delivery; how many messages had arrived at each. */
    private static List<Integer> kill(Home home, WebhookReceiver receiver) throws Exception {
        Random chance = new Random();
        List<Integer> moments = new ArrayList<>();
        List<Instance> nodes = new ArrayList<>(List.of(home.start(false, DELIVERS), home.start(false, DELIVERS)));
        int stretch = ALL / (KILLS + 1);
        for (int round = 0; round < KILLS; round++) {
            int moment = round * stretch + 1 + chance.nextInt(stretch);
            Await.until(moment + " have arrived", () -> arrived(receiver) >= moment);
            nodes.remove(chance.nextInt(nodes.size())).kill();
            moments.add(arrived(receiver));
            nodes.add(home.start(false, DELIVERS));
        }
        return moments;
    }

    private static int arrived(WebhookReceiver receiver) {
        return (int) receiver.deliveries().stream().distinct().count();
    }

    private static int waiting(Home home) throws Exception {
        return states(home).getOrDefault("PENDING", 0);
    }

    /** How many messages to systems are in each state. */
    private static Map<String, Integer> states(Home home) throws Exception {
        try (Connection connection = home.database();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(
                        "select state, count(*) from outbox where channel = 'WEBHOOK' group by state")) {
            Map<String, Integer> states = new HashMap<>();
            while (answer.next()) {
                states.put(answer.getString(1), answer.getInt(2));
            }
            return states;
        }
    }
}
