package io.huikuan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.kernel.hash.Sha256;
import io.huikuan.platform.demo.DemoTenant;
import io.huikuan.platform.demo.DemoTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many bytes the main screens take over the demo tenant; the table of {@code src/docs/trusted-documents.md} is its report. */
@QuarkusTest
class ScreensOnTheWireTest {

    private static final Path REPORT = Path.of("target/bytes-of-screens.md");

    @TestHTTPResource("/graphql")
    URI address;

    @Inject
    DemoTenant tenant;

    @Inject
    DemoTokens tokens;

    private record Screen(String document, String person, Map<String, ?> variables) {}

    @Test
    void every_screen_takes_far_less_when_it_is_packed_and_its_document_is_named() throws Exception {
        AppsAtWork apps = new AppsAtWork(tenant, tokens);
        String customer = apps.run("rep-customer-list", "rep-east", Map.of("first", 20))
                .getString("data.customers.nodes.find { it.code == 'D07' }.id");
        StringBuilder report = new StringBuilder("""
                | screen | asked, with the document | asked, by its hash | answered, plain | gzip | br |
                |---|---:|---:|---:|---:|---:|
                """);
        for (Screen screen : List.of(
                new Screen("rep-customer-list", "rep-east", Map.of("first", 20)),
                new Screen("rep-customer-detail", "rep-east", Map.of("id", customer)),
                new Screen("rep-alert-inbox", "rep-east", Map.of("first", 50)),
                new Screen("partner-account", "partner-d01", Map.of()),
                new Screen("office-aging", "finance", Map.of("groupBy", "CUSTOMER")))) {
            String text = AppsAtWork.text(screen.document());
            String brought = json(Map.of("query", text, "variables", screen.variables()));
            String named = json(Map.of("documentId", Sha256.of(text), "variables", screen.variables()));
            int plain = answer(apps.token(screen.person()), named, "identity").length;
            int gzip = answer(apps.token(screen.person()), named, "gzip").length;
            int brotli = answer(apps.token(screen.person()), named, "br").length;
            report.append("| %s | %,d | %,d | %,d | %,d | %,d |\n"
                    .formatted(screen.document(), bytes(brought), bytes(named), plain, gzip, brotli));

            assertThat(bytes(named)).isLessThan(bytes(brought));
            assertThat(gzip).isLessThan(plain / 2);
            assertThat(brotli).isLessThanOrEqualTo(plain);
        }
        Files.writeString(REPORT, report);
    }

    private byte[] answer(String token, String body, String encodings) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .header("Accept-Encoding", encodings)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String json(Map<String, ?> body) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(body);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
