package io.huikuan.platform.live;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A client of the protocol that does as it is told, right or wrong. */
public final class LiveClient implements WebSocket.Listener, AutoCloseable {

    /** How the server closed the socket. */
    public record Closed(int code, String reason) {}

    private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Closed> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final boolean reads;
    private final WebSocket socket;

    private LiveClient(URI address, boolean reads, UnaryOperator<WebSocket.Builder> with) {
        this.reads = reads;
        this.socket = with.apply(
                        HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("graphql-transport-ws"))
                .buildAsync(address, this)
                .join();
    }

    static LiveClient open(URI address) {
        return new LiveClient(address, true, builder -> builder);
    }

    static LiveClient open(URI address, UnaryOperator<WebSocket.Builder> with) {
        return new LiveClient(address, true, with);
    }

    /** A socket that takes nothing after the acknowledgement. */
    static LiveClient deaf(URI address) {
        return new LiveClient(address, false, builder -> builder);
    }

    /** A socket that has been acknowledged for the bearer of the token. */
    public static LiveClient acknowledged(URI address, String token) throws InterruptedException {
        LiveClient client = open(address);
        client.init(token);
        client.next();
        return client;
    }

    LiveClient init(String token) {
        return send(Map.of("type", "connection_init", "payload", Map.of("Authorization", "Bearer " + token)));
    }

    public LiveClient subscribe(String id, String document) {
        return send(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", document)));
    }

    LiveClient send(Map<String, ?> message) {
        return sendText(JsonObject.mapFrom(message).encode());
    }

    LiveClient sendText(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    /** The next message. */
    public JsonObject next() throws InterruptedException {
        JsonObject message = messages.poll(20, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no message came");
        }
        return message;
    }

    /** The next message, if one comes within a moment. */
    public JsonObject nextSoon() throws InterruptedException {
        return messages.poll(500, TimeUnit.MILLISECONDS);
    }

    public Closed closed() throws Exception {
        return closed.get(30, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            messages.add(new JsonObject(text.toString()));
            text.setLength(0);
        }
        if (reads || messages.size() + text.length() == 1) {
            webSocket.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(new Closed(statusCode, reason));
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
