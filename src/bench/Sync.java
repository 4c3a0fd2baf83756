import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A phone that asks for {@code changes} until nothing more follows: at first from nothing, then once for each line that it reads. Arguments: the service's port, and a
 * file with one request ({@code path, token, body}) in which {@code @AFTER@} stands for the cursor. Prints for each round a {@code RESULT}: things, seconds, megabytes as
 * they came, and the median and the 99th percentile of the milliseconds of a page.
 */
final class Sync {

    private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"([^\"]+)\"");
    private static final Pattern THING = Pattern.compile("(?<=[\\[,])\\{\"__typename\":\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String port;
    private final String[] request;
    private String cursor;

    private Sync(String port, String[] request) {
        this.port = port;
        this.request = request;
    }

    public static void main(String[] arguments) throws Exception {
        Sync sync = new Sync(arguments[0], Files.readAllLines(Path.of(arguments[1])).get(0).split("\t", -1));
        BufferedReader wishes = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        do {
            sync.round();
        } while (wishes.readLine() != null);
    }

    private void round() throws Exception {
        long begun = System.nanoTime();
        long bytes = 0;
        long things = 0;
        List<Long> pages = new ArrayList<>();
        boolean more = true;
        while (more) {
            long asked = System.nanoTime();
            byte[] answer = ask();
            pages.add(System.nanoTime() - asked);
            bytes += answer.length;
            String text = opened(answer);
            Matcher next = CURSOR.matcher(text);
            if (!next.find() || text.contains("\"errors\"")) {
                throw new IllegalStateException(text);
            }
            cursor = next.group(1);
            things += THING.matcher(text).results().count();
            more = text.contains("\"hasMore\":true");
        }
        Collections.sort(pages);
        System.out.printf(
                "RESULT\t%d\t%.2f\t%.3f\t%.1f\t%.1f%n",
                things,
                (System.nanoTime() - begun) / 1e9,
                bytes / 1e6,
                pages.get(pages.size() / 2) / 1e6,
                pages.get(Math.min(pages.size() - 1, pages.size() * 99 / 100)) / 1e6);
    }

    private byte[] ask() throws IOException, InterruptedException {
        String body = cursor == null ? request[2].replace("\"@AFTER@\"", "null") : request[2].replace("@AFTER@", cursor);
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + request[0]))
                                .header("Authorization", "Bearer " + request[1])
                                .header("Content-Type", "application/json")
                                .header("Accept-Encoding", "gzip")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static String opened(byte[] answer) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(answer)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
