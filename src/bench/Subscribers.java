import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Subscribes many, on several nodes in turn, and tells how long it takes from the answer of what raises alerts until each has heard of all that is his.
 * Arguments: a file of subscribers ({@code messages awaited, token, body}), a file of requests ({@code path, token, body}), the ports of the nodes; the requests
 * go to the first. Prints {@code LISTENING} when all have subscribed, goes on when it reads a line, and prints {@code RESULT}.
 */
final class Subscribers {

    private static final int PATIENCE_SECONDS = 60;
    private static final int AT_ONCE = 20;

    private Subscribers() {}

    /** One who listens: takes down when each message came. */
    private static final class Subscriber implements WebSocket.Listener {

        private final String subscribing;
        private final long[] heard;
        private final CountDownLatch all;
        private final CompletableFuture<Void> listening = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private int count;

        Subscriber(String body, int awaited, CountDownLatch all) {
            this.subscribing = "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":" + body + "}";
            this.heard = new long[awaited];
            this.all = all;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            socket.request(1);
            if (last) {
                take(socket, text.toString());
                text.setLength(0);
            }
            return null;
        }

        private void take(WebSocket socket, String message) {
            if (message.contains("\"connection_ack\"")) {
                socket.sendText(subscribing, true).thenRun(() -> listening.complete(null));
            } else if (message.contains("\"alertRaised\"") && count < heard.length) {
                heard[count++] = System.nanoTime();
                if (count == heard.length) {
                    all.countDown();
                }
            } else if (!message.contains("\"ping\"")) {
                System.err.println("unasked: " + message);
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            System.err.println("closed: " + code + " " + reason);
            return null;
        }
    }

    private record Fired(long sent, long answered) {}

    public static void main(String[] arguments) throws Exception {
        List<String[]> lines = lines(arguments[0]);
        List<String[]> requests = lines(arguments[1]);
        List<String> ports = Arrays.asList(arguments).subList(2, arguments.length);
        CountDownLatch all = new CountDownLatch(lines.size());
        HttpClient http = HttpClient.newHttpClient();
        List<Subscriber> subscribers = subscribed(http, lines, ports, all);
        // A subscription is not acknowledged; two seconds are enough for the last to have begun.
        TimeUnit.SECONDS.sleep(2);
        System.out.println("LISTENING");
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        Fired fired = fire(http, requests, ports.get(0));
        if (!all.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            System.err.println(all.getCount() + " subscribers have not heard all that is theirs");
        }
        print(subscribers, fired, all.getCount());
        System.exit(0);
    }

    private static List<String[]> lines(String file) throws IOException {
        return Files.readAllLines(Path.of(file)).stream().map(line -> line.split("\t", -1)).toList();
    }

    private static List<Subscriber> subscribed(HttpClient http, List<String[]> lines, List<String> ports, CountDownLatch all) {
        List<Subscriber> subscribers = new ArrayList<>();
        Queue<CompletableFuture<Void>> opening = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] line = lines.get(i);
            Subscriber subscriber = new Subscriber(line[2], Integer.parseInt(line[0]), all);
            subscribers.add(subscriber);
            http.newWebSocketBuilder()
                    .subprotocols("graphql-transport-ws")
                    .buildAsync(URI.create("ws://127.0.0.1:" + ports.get(i % ports.size()) + "/graphql"), subscriber)
                    .thenCompose(socket -> socket.sendText(
                            "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + line[1] + "\"}}", true))
                    .exceptionally(failure -> {
                        subscriber.listening.completeExceptionally(failure);
                        return null;
                    });
            opening.add(subscriber.listening);
            if (opening.size() >= AT_ONCE) {
                opening.remove().join();
            }
        }
        opening.forEach(CompletableFuture::join);
        return subscribers;
    }

    /** Sends the requests at once; what is awaited counts from the last answer. */
    private static Fired fire(HttpClient http, List<String[]> requests, String port) {
        long sent = System.nanoTime();
        List<CompletableFuture<Long>> answers = requests.stream()
                .map(line -> http.sendAsync(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + line[0]))
                                        .header("Authorization", "Bearer " + line[1])
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(line[2]))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .thenApply(answer -> {
                            if (!answer.body().contains("\"SUCCEEDED\"")) {
                                System.err.println("not raised: " + answer.body());
                            }
                            return System.nanoTime();
                        }))
                .toList();
        return new Fired(sent, answers.stream().mapToLong(CompletableFuture::join).max().orElse(sent));
    }

    /** What came before the answer took no time. */
    private static void print(List<Subscriber> subscribers, Fired fired, long missing) {
        long[] last = subscribers.stream()
                .mapToLong(one -> one.count == 0 ? fired.answered : one.heard[one.count - 1])
                .map(moment -> Math.max(0, moment - fired.answered))
                .sorted()
                .toArray();
        long messages = subscribers.stream().mapToLong(one -> one.count).sum();
        System.out.printf(
                "RESULT\t%.0f\t%.0f\t%.0f\t%.0f\t%d\t%d%n",
                last[last.length / 2] / 1e6,
                last[Math.min(last.length - 1, last.length * 99 / 100)] / 1e6,
                last[last.length - 1] / 1e6,
                (fired.answered - fired.sent) / 1e6,
                messages,
                missing);
    }
}
