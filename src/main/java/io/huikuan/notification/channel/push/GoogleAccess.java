package io.huikuan.notification.channel.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.notification.channel.http.HttpConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Gets access tokens for a service account: the grant of RFC 7523, as Google has it. A token is used until a minute before its end. */
@ApplicationScoped
class GoogleAccess {

    private static final Logger LOG = Logger.getLogger(GoogleAccess.class);
    private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
    private static final Duration ASKED = Duration.ofHours(1);
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final PushConfig.Fcm config;
    private final ObjectMapper json;
    private final HttpConfig limits;
    private final Clock clock;
    private Account account;
    private String token;
    private Instant until = Instant.EPOCH;

    GoogleAccess(PushConfig config, ObjectMapper json, HttpConfig limits, Clock clock) {
        this.config = config.fcm();
        this.json = json;
        this.limits = limits;
        this.clock = clock;
    }

    private record Account(String project, String email, String keyId, PrivateKey key, URI tokens) {}

    /** The project that the account belongs to. */
    synchronized String project() {
        return account().project();
    }

    /** A token; empty when none is given. */
    synchronized Optional<String> token(HttpClient http) throws IOException, InterruptedException {
        if (clock.instant().isBefore(until)) {
            return Optional.of(token);
        }
        HttpResponse<InputStream> response = http.send(
                HttpRequest.newBuilder(account().tokens())
                        .timeout(limits.timeout())
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type="
                                + URLEncoder.encode(
                                        "urn:ietf:params:oauth:grant-type:jwt-bearer", StandardCharsets.UTF_8)
                                + "&assertion=" + assertion()))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return response.statusCode() == 200
                    ? taken(new String(body.readNBytes(limits.mostBytes()), StandardCharsets.UTF_8))
                    : Optional.empty();
        }
    }

    /** The token is not taken any more. */
    synchronized void forget() {
        until = Instant.EPOCH;
    }

    private Optional<String> taken(String body) {
        try {
            JsonNode answer = json.readTree(body);
            if (!answer.hasNonNull("access_token")) {
                return Optional.empty();
            }
            token = answer.get("access_token").asText();
            until = clock.instant()
                    .plusSeconds(answer.path("expires_in").asLong())
                    .minus(MARGIN);
            return Optional.of(token);
        } catch (JsonProcessingException e) {
            LOG.warn("the answer to the request for an access token is no JSON");
            return Optional.empty();
        }
    }

    private String assertion() {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(account().email());
        claims.setAudience(account().tokens().toString());
        claims.setStringClaim("scope", SCOPE);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(ASKED).getEpochSecond()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(account().key());
        signature.setKeyIdHeaderValue(account().keyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the key of the service account does not sign", e);
        }
    }

    private Account account() {
        if (account == null) {
            account = read(config.serviceAccount().orElseThrow());
        }
        return account;
    }

    private Account read(Path file) {
        try {
            JsonNode content = json.readTree(Files.readString(file, StandardCharsets.UTF_8));
            byte[] key = Base64.getMimeDecoder()
                    .decode(content.required("private_key").asText().replaceAll("-----[A-Z ]+-----", ""));
            return new Account(
                    content.required("project_id").asText(),
                    content.required("client_email").asText(),
                    content.required("private_key_id").asText(),
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)),
                    URI.create(content.required("token_uri").asText()));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new ConfigurationException("The service account cannot be read from " + file + ".");
        }
    }
}
