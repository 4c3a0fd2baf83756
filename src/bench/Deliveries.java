import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes webhooks and answers each after so many milliseconds, the argument. Prints its port, and for each line that it reads a {@code RESULT} of what has come since: how many,
 * how many a second from the first to the last, the median and the 99th percentile of the milliseconds since each alert was raised, and how many were repeats.
 */
final class Deliveries {

    private static final Pattern RAISED = Pattern.compile("\"timestamp\":\"([^\"]+)\"");
    private static final int MOST = 4_000_000;

    private final long answerMillis;
    private final Set<String> known = new HashSet<>();
    private final long[] delays = new long[MOST];
    private int count;
    private int repeats;
    private long first;
    private long last;

    private Deliveries(long answerMillis) {
        this.answerMillis = answerMillis;
    }

    public static void main(String[] arguments) throws IOException {
        Deliveries deliveries = new Deliveries(Long.parseLong(arguments[0]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(200));
        server.createContext("/", deliveries::take);
        server.start();
        System.out.println(server.getAddress().getPort());
        BufferedReader wishes = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (wishes.readLine() != null) {
            deliveries.tell();
        }
        System.exit(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            note(exchange.getRequestHeaders().getFirst("webhook-id"), body);
            TimeUnit.MILLISECONDS.sleep(answerMillis);
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(String id, String body) {
        Matcher raised = RAISED.matcher(body);
        if (!raised.find()) {
            throw new IllegalStateException("no timestamp: " + body);
        }
        last = System.nanoTime();
        first = count == 0 ? last : first;
        repeats += known.add(id) ? 0 : 1;
        delays[count++] = Duration.between(Instant.parse(raised.group(1)), Instant.now()).toMillis();
    }

    private synchronized void tell() {
        long[] sorted = java.util.Arrays.copyOf(delays, count);
        java.util.Arrays.sort(sorted);
        double seconds = Math.max(1, last - first) / 1e9;
        System.out.printf(
                "RESULT\t%d\t%.0f\t%d\t%d\t%d%n",
                count,
                count / seconds,
                count == 0 ? 0 : sorted[count / 2],
                count == 0 ? 0 : sorted[Math.min(count - 1, count * 99 / 100)],
                repeats);
        count = 0;
        repeats = 0;
    }
}
