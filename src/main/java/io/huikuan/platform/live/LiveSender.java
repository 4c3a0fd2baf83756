package io.huikuan.platform.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;

/**
 * Writes to one socket. Nothing is kept for a socket that does not take it: its streams are asked for no more until it does, and
 * it is cut off when that lasts too long.
 */
final class LiveSender {

    private final ServerWebSocket socket;
    private final ObjectMapper json;
    private final LiveTimers timers;
    private final Duration patience;
    private final Runnable slow;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private Runnable stopWatching;

    LiveSender(ServerWebSocket socket, ObjectMapper json, LiveTimers timers, Duration patience, Runnable slow) {
        this.socket = socket;
        this.json = json;
        this.timers = timers;
        this.patience = patience;
        this.slow = slow;
    }

    /** Sends a message. */
    void send(Map<String, ?> message) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(text(message));
        }
    }

    /** Does something as soon as the socket can take more, perhaps at once. */
    void whenReady(Runnable work) {
        if (!socket.isClosed() && socket.writeQueueFull()) {
            waiting.add(work);
            watch();
        } else {
            work.run();
        }
    }

    private void watch() {
        if (stopWatching == null) {
            stopWatching = timers.once(patience, slow);
            socket.drainHandler(unused -> drained());
        }
    }

    private void drained() {
        if (stopWatching != null) {
            stopWatching.run();
            stopWatching = null;
        }
        for (int i = waiting.size(); i > 0; i--) {
            whenReady(waiting.remove());
        }
    }

    private String text(Map<String, ?> message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message that is no JSON", e);
        }
    }
}
