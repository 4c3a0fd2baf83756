package io.huikuan.platform.security;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.huikuan.support.TestClock;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderKeysTest {

    private static final String KEYS = "/keys";
    private static final String UNKNOWN = "The token is signed by a key that is not known here.";
    private static final String UNREADABLE = "The keys of the identity provider cannot be read at the moment.";
    private static final RsaJsonWebKey OLD = key("old");
    private static final RsaJsonWebKey NEW = key("new");

    private final TestClock clock = new TestClock();
    private final WireMockServer provider = new WireMockServer(options().dynamicPort());

    @BeforeEach
    void start() {
        provider.start();
        clock.set(Instant.now());
    }

    @AfterEach
    void stop() {
        provider.stop();
    }

    @Test
    void a_new_key_is_good_as_soon_as_a_token_comes_with_it() throws Exception {
        TokenVerification verification = verification(Map.of("pause", "0.05S"));
        shows(OLD);
        verify(verification, token(OLD));

        shows(OLD, NEW);
        Thread.sleep(100);
        verify(verification, token(NEW));
        verify(verification, token(OLD));
        assertThat(timesAsked()).isEqualTo(2);
    }

    @Test
    void keys_that_nobody_has_do_not_make_the_service_ask_without_end() throws Exception {
        TokenVerification verification = verification(Map.of());
        shows(OLD);
        verify(verification, token(OLD));

        RsaJsonWebKey forged = RsaJwkGenerator.generateJwk(2048);
        for (int i = 0; i < 50; i++) {
            forged.setKeyId("forged-" + i);
            refused(verification, token(forged), UNKNOWN);
        }
        assertThat(timesAsked()).isEqualTo(1);
    }

    @Test
    void a_removed_key_is_bad_after_the_time_that_is_set_whatever_the_provider_says_of_caching() throws Exception {
        TokenVerification verification = verification(Map.of("refresh", "2S", "pause", "0.05S"));
        shows(OLD);
        String token = token(OLD);
        verify(verification, token);

        shows(NEW);
        verify(verification, token);
        Thread.sleep(2_100);
        refused(verification, token, UNKNOWN);
    }

    @Test
    void the_last_keys_stay_good_while_the_provider_does_not_answer() throws Exception {
        TokenVerification verification = verification(Map.of("refresh", "1S", "pause", "1S"));
        shows(OLD);
        verify(verification, token(OLD));

        answers(aResponse().withStatus(503));
        Thread.sleep(1_100);
        for (int i = 0; i < 20; i++) {
            verify(verification, token(OLD));
            refused(verification, token(NEW), UNKNOWN);
        }
        assertThat(timesAsked()).isLessThanOrEqualTo(3);
    }

    @Test
    void a_provider_that_was_away_at_first_is_asked_again_after_a_while() throws Exception {
        TokenVerification verification = verification(Map.of());
        answers(aResponse().withStatus(503));
        for (int i = 0; i < 20; i++) {
            refused(verification, token(OLD), UNREADABLE);
        }
        assertThat(timesAsked()).isEqualTo(1);

        shows(OLD);
        clock.forward(Duration.ofSeconds(9));
        refused(verification, token(OLD), UNREADABLE);
        clock.forward(Duration.ofSeconds(1));
        verify(verification, token(OLD));
    }

    @Test
    void what_is_no_set_of_keys_is_no_answer() throws Exception {
        for (String body : List.of("<html>Sign in</html>", "{}", "{\"keys\": []}", "")) {
            TokenVerification verification = verification(Map.of());
            provider.resetAll();
            answers(aResponse().withBody(body));
            refused(verification, token(OLD), UNREADABLE);
            refused(verification, token(OLD), UNREADABLE);
            assertThat(timesAsked()).as(body).isEqualTo(1);
        }
    }

    @Test
    void a_provider_that_hangs_is_not_waited_for() throws Exception {
        TokenVerification verification = verification(Map.of("timeout", "0.2S"));
        answers(aResponse().withFixedDelay(5_000).withBody(set(OLD)));
        Instant before = Instant.now();
        refused(verification, token(OLD), UNREADABLE);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void a_provider_is_trusted_by_the_certificates_that_are_set() throws Exception {
        Path directory = Files.createDirectories(Path.of("target/provider-keys"));
        Path store = directory.resolve("provider.p12");
        Files.deleteIfExists(store);
        keytool(
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost");
        Path certificate = directory.resolve("provider.pem");
        keytool("-exportcert", "-rfc", "-keystore", store.toString(), "-file", certificate.toString());
        WireMockServer safe = new WireMockServer(options()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(store.toString())
                .keystoreType("PKCS12")
                .keystorePassword("changeit")
                .keyManagerPassword("changeit"));
        safe.start();
        try {
            safe.stubFor(get(KEYS).willReturn(aResponse().withBody(set(OLD))));
            JWTAuthContextInfo by = by("https://localhost:" + safe.httpsPort() + KEYS);
            TokenVerification trusting = verification(Map.of("certificates", certificate.toString()));
            assertThat(trusting.verify(token(OLD), by).getSubject()).isEqualTo("somebody");
            assertThatThrownBy(() -> verification(Map.of()).verify(token(OLD), by))
                    .satisfies(failure -> assertThat(Refusals.reason(failure)).isEqualTo(UNREADABLE));
        } finally {
            safe.stop();
        }
    }

    @Test
    void certificates_that_are_not_there_let_the_service_not_start() {
        assertThatThrownBy(() -> verification(Map.of("certificates", "target/nowhere.pem")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nowhere.pem");
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", "changeit", "-alias", "provider"));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @Test
    void a_key_is_no_secret_by_which_to_sign() throws Exception {
        TokenVerification verification = verification(Map.of());
        shows(OLD);
        JsonWebSignature forged = signature("HS256", OLD.getKeyId());
        forged.setKey(new HmacKey(OLD.getPublicKey().getEncoded()));
        refused(verification, forged.getCompactSerialization(), UNKNOWN);
    }

    @Test
    void a_key_for_another_use_verifies_nothing() throws Exception {
        TokenVerification verification = verification(Map.of());
        RsaJsonWebKey forEncryption = RsaJwkGenerator.generateJwk(2048);
        forEncryption.setKeyId("enc");
        forEncryption.setUse("enc");
        shows(OLD, forEncryption);
        refused(verification, token(forEncryption), UNKNOWN);
    }

    @Test
    void logs_call_the_bearer_by_what_lasts() throws Exception {
        TokenVerification verification = verification(Map.of());
        shows(OLD);
        String token = token(OLD, claims -> {
            claims.setClaim("upn", "admin@acme.example");
            claims.setClaim("preferred_username", "admin\nSIGNED_IN");
        });
        assertThat(verification.verify(token, by()).getName()).isEqualTo("somebody");
    }

    @Test
    void a_refusal_repeats_nothing_of_the_token() throws Exception {
        TokenVerification verification = verification(Map.of());
        shows(OLD);
        String expired = token(OLD, claims -> claims.setExpirationTimeMinutesInTheFuture(-10));
        String unsigned = "eyJhbGciOiJub25lIn0." + expired.split("\\.", -1)[1] + ".";
        for (String token : List.of(expired, unsigned, token(NEW), expired + "x", "Bearer.of.bad")) {
            assertThatThrownBy(() -> verification.verify(token, by())).satisfies(failure -> {
                StringBuilder told = new StringBuilder();
                for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                    told.append(cause);
                }
                assertThat(Arrays.stream(token.split("\\.", -1)).filter(part -> part.length() > 2))
                        .noneMatch(part -> told.indexOf(part) >= 0);
                assertThat(told).doesNotContain("somebody");
            });
        }
    }

    // --- the provider ---

    private void shows(RsaJsonWebKey... keys) {
        answers(aResponse().withBody(set(keys)).withHeader("Cache-Control", "max-age=86400"));
    }

    private void answers(ResponseDefinitionBuilder answer) {
        provider.stubFor(get(KEYS).willReturn(answer));
    }

    private int timesAsked() {
        return provider.findAll(getRequestedFor(urlEqualTo(KEYS))).size();
    }

    private static String set(RsaJsonWebKey... keys) {
        return new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static RsaJsonWebKey key(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            key.setUse("sig");
            key.setAlgorithm("RS256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    // --- tokens ---

    private interface Change {
        void on(JwtClaims claims);
    }

    private static String token(RsaJsonWebKey key) throws JoseException {
        return token(key, claims -> {});
    }

    private static String token(RsaJsonWebKey key, Change change) throws JoseException {
        JsonWebSignature signature = signature("RS256", key.getKeyId());
        JwtClaims claims = claims();
        change.on(claims);
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        return signature.getCompactSerialization();
    }

    private static JsonWebSignature signature(String algorithm, String keyId) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKeyIdHeaderValue(keyId);
        signature.setPayload(claims().toJson());
        return signature;
    }

    private static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("https://issuer.example");
        claims.setAudience("huikuan");
        claims.setSubject("somebody");
        claims.setIssuedAt(NumericDate.fromSeconds(Instant.now().getEpochSecond() - 3600));
        claims.setExpirationTimeMinutesInTheFuture(10);
        return claims;
    }

    // --- the service ---

    private TokenVerification verification(Map<String, String> keys) {
        return new TokenVerification(TokenConfigs.with("keys.", keys), clock);
    }

    private JWTAuthContextInfo by() {
        return by(provider.baseUrl() + KEYS);
    }

    private static JWTAuthContextInfo by(String location) {
        JWTAuthContextInfo by = new JWTAuthContextInfo(location, "https://issuer.example");
        by.setExpectedAudience(Set.of("huikuan"));
        by.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256));
        return by;
    }

    private void verify(TokenVerification verification, String token) throws ParseException {
        assertThat(verification.verify(token, by()).getSubject()).isEqualTo("somebody");
    }

    private void refused(TokenVerification verification, String token, String words) {
        assertThatThrownBy(() -> verification.verify(token, by()))
                .satisfies(failure -> assertThat(Refusals.reason(failure)).isEqualTo(words));
    }
}
