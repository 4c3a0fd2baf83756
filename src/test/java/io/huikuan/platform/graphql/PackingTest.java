package io.huikuan.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import io.huikuan.kernel.identity.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What goes over the wire, byte by byte. */
@QuarkusTest
class PackingTest {

    private static final String LONG = "{ __schema { types { name description } } }";
    private static final String SHORT = "{ __typename }";

    @TestHTTPResource("/graphql")
    URI address;

    @Test
    void a_long_answer_is_packed_by_gzip() throws Exception {
        String plain = text(answer("identity", LONG).body());

        HttpResponse<byte[]> packed = answer("gzip, deflate", LONG);

        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.body().length).isLessThan(plain.length() / 2);
        assertThat(text(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes()))
                .isEqualTo(plain);
    }

    @Test
    void a_client_that_takes_brotli_gets_it_where_this_machine_can() throws Exception {
        assumeTrue(Brotli4jLoader.isAvailable(), "there is no native library of Brotli for this machine");
        String plain = text(answer("identity", LONG).body());

        HttpResponse<byte[]> packed = answer("gzip, deflate, br", LONG);

        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(packed.body().length).isLessThan(plain.length() / 2);
        assertThat(text(new BrotliInputStream(new ByteArrayInputStream(packed.body())).readAllBytes()))
                .isEqualTo(plain);
    }

    @Test
    void a_short_answer_is_sent_as_it_is() throws Exception {
        assertThat(text(answer("gzip, br", SHORT).body())).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
    }

    @Test
    void a_client_that_does_not_ask_for_it_gets_it_plain() throws Exception {
        assertThat(text(answer(null, LONG).body())).startsWith("{\"data\":");
    }

    private HttpResponse<byte[]> answer(String encodings, String document) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + Asking.token(Role.FINANCE))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"" + document + "\"}"));
        if (encodings != null) {
            request.header("Accept-Encoding", encodings);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
