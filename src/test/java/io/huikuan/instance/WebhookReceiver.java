package io.huikuan.instance;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A system that takes webhooks by several addresses, each with a secret of its own, and takes its time over each. What it cannot verify it refuses and remembers. */
final class WebhookReceiver implements AutoCloseable {

    private static final long MILLIS = 100;

    private final Map<String, Webhook> secrets = new ConcurrentHashMap<>();
    private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(160);
    private final HttpServer server;

    /** What came by an address: under which id, and about which alert. */
    record Delivery(String path, String id, String alert) {}

    WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    /** The address of the path. */
    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** From now on what comes by the path is verified by the secret. */
    void verify(String path, String secret) throws EmptyWebhookSecretException {
        secrets.put(path, new Webhook(secret));
    }

    /** All that has come, repeats too. */
    List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Why something was refused. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(taken(path, exchange, body) ? 204 : 400, -1);
        }
    }

    private boolean taken(String path, HttpExchange exchange, String body) {
        try {
            secrets.get(path).verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            deliveries.add(new Delivery(path, id, JsonPath.from(body).getString("data.alertId")));
            TimeUnit.MILLISECONDS.sleep(MILLIS);
            return true;
        } catch (WebhookVerificationException e) {
            refused.add(path + ": " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
