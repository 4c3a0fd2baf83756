package io.huikuan.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.support.TestClock;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final String ISSUER = "https://issuer.example";

    private final TestClock clock = new TestClock();
    private final VerifiedTokens tokens = new VerifiedTokens(TokenConfigs.with("", Map.of()), clock);
    private final KeyPair keys = newKeys();
    private final JWTAuthContextInfo verification = by(keys);
    private final Instant now = Instant.now();

    @BeforeEach
    void stop_the_clock() {
        clock.set(now);
    }

    @Test
    void a_token_is_verified_once_in_a_minute() throws ParseException {
        String token = tokenUntil(now.plus(Duration.ofHours(1)));
        JWTCallerPrincipal first = tokens.parse(token, verification);

        clock.forward(Duration.ofSeconds(59));
        assertThat(tokens.parse(token, verification)).isSameAs(first);

        clock.forward(Duration.ofSeconds(1));
        assertThat(tokens.parse(token, verification)).isNotSameAs(first);
    }

    @Test
    void a_token_is_not_believed_beyond_its_end() throws ParseException {
        String token = tokenUntil(now.plus(Duration.ofSeconds(20)));
        JWTCallerPrincipal first = tokens.parse(token, verification);

        clock.set(Instant.ofEpochSecond(first.getExpirationTime()).minusSeconds(1));
        assertThat(tokens.parse(token, verification)).isSameAs(first);

        clock.forward(Duration.ofSeconds(1));
        assertThat(tokens.parse(token, verification)).isNotSameAs(first);
    }

    @Test
    void a_token_that_one_key_verified_is_nothing_to_another() throws ParseException {
        String token = tokenUntil(now.plus(Duration.ofHours(1)));
        tokens.parse(token, verification);

        assertThatThrownBy(() -> tokens.parse(token, by(newKeys()))).isInstanceOf(ParseException.class);
    }

    @Test
    void a_refused_token_is_refused_again() {
        String token = tokenUntil(now.minus(Duration.ofHours(1)));

        assertThatThrownBy(() -> tokens.parse(token, verification)).isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> tokens.parse(token, verification)).isInstanceOf(ParseException.class);
    }

    private String tokenUntil(Instant end) {
        return Jwt.claims()
                .issuer(ISSUER)
                .subject("somebody")
                .issuedAt(end.minus(Duration.ofHours(2)))
                .expiresAt(end)
                .sign(keys.getPrivate());
    }

    private static JWTAuthContextInfo by(KeyPair keys) {
        return new JWTAuthContextInfo(keys.getPublic(), ISSUER);
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
