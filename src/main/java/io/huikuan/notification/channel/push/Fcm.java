package io.huikuan.notification.channel.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.notification.channel.Answer;
import io.huikuan.notification.channel.http.HttpConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Pushes to apps: Firebase Cloud Messaging, HTTP v1; it reaches iOS too. */
@ApplicationScoped
class Fcm {

    private final PushConfig.Fcm config;
    private final GoogleAccess access;
    private final ObjectMapper json;
    private final HttpConfig limits;
    private final HttpClient http;

    Fcm(PushConfig config, GoogleAccess access, ObjectMapper json, HttpConfig limits) {
        this.config = config.fcm();
        this.access = access;
        this.json = json;
        this.limits = limits;
        this.http = HttpClient.newBuilder()
                .connectTimeout(limits.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    boolean isSetUp() {
        return config.serviceAccount().isPresent();
    }

    /** Sends the message, in the form of the API's {@code Message}. */
    Answer send(JsonNode message) {
        try {
            Optional<String> token = access.token(http);
            if (token.isEmpty()) {
                return Answer.trouble("The service account is not let in.");
            }
            URI to = config.url().resolve("/v1/projects/" + access.project() + "/messages:send");
            HttpResponse<InputStream> response = http.send(
                    HttpRequest.newBuilder(to)
                            .timeout(limits.timeout())
                            .header("authorization", "Bearer " + token.get())
                            .header("content-type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(json.createObjectNode()
                                    .set("message", message)
                                    .toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            return answer(response);
        } catch (IOException e) {
            return Answer.trouble("There was no answer: " + e.getClass().getSimpleName() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.trouble("The service was stopped.");
        }
    }

    private Answer answer(HttpResponse<InputStream> response) throws IOException {
        String body;
        try (InputStream bytes = response.body()) {
            body = new String(bytes.readNBytes(limits.mostBytes()), StandardCharsets.UTF_8);
        }
        if (response.statusCode() == 200) {
            return new Answer.Taken("HTTP 200");
        }
        if (response.statusCode() == 401) {
            access.forget();
        }
        String code = errorCode(body);
        String said = "HTTP " + response.statusCode() + (code.isEmpty() ? "" : " " + code);
        return switch (code) {
            case "UNREGISTERED" -> new Answer.Gone(said);
            case "INVALID_ARGUMENT", "SENDER_ID_MISMATCH" -> new Answer.Refused(said);
            default -> new Answer.NotNow(said, retryAfter(response), true);
        };
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("retry-after")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    /** The code of the error's detail, else its status; empty where the answer is none of the API's. */
    private String errorCode(String body) {
        try {
            JsonNode error = json.readTree(body).path("error");
            for (JsonNode detail : error.path("details")) {
                if (detail.hasNonNull("errorCode")) {
                    return shortened(detail.get("errorCode").asText());
                }
            }
            return shortened(error.path("status").asText());
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static String shortened(String code) {
        return code.matches("[A-Z_]{1,40}") ? code : "";
    }
}
