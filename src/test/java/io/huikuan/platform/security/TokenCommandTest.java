package io.huikuan.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void takeAHome() {
        System.setProperty("huikuan.home", "target/token-home");
    }

    @AfterEach
    void leaveIt() {
        System.clearProperty("huikuan.home");
        System.clearProperty("mp.jwt.verify.publickey.location");
    }

    @Test
    void prints_a_token_and_nothing_else() throws Exception {
        assertThat(run("--tenant demo --role FINANCE,ADMIN --sub f-1 --name Demo --email f@example.com --days 2"))
                .isZero();
        JwtClaims claims = claims();
        assertThat(claims.getIssuer()).isEqualTo("huikuan");
        assertThat(claims.getAudience()).containsExactly("huikuan");
        assertThat(claims.getSubject()).isEqualTo("f-1");
        assertThat(claims.getStringClaimValue("tenant")).isEqualTo("demo");
        assertThat(claims.getStringClaimValue("email")).isEqualTo("f@example.com");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("ADMIN", "FINANCE");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(2 * 86_400);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_partner_has_a_customer() throws Exception {
        assertThat(run("--tenant demo --role PARTNER --customer C-7")).isZero();
        assertThat(claims().getStringClaimValue("customer")).isEqualTo("C-7");
    }

    @Test
    void arguments_that_make_no_sense_are_answered_with_the_usage() {
        for (String wrong : List.of(
                "",
                "--tenant demo",
                "--role REP",
                "--tenant demo --role KING",
                "--tenant demo --role REP --days 0",
                "--tenant demo --role REP --days 1e3",
                "--tenant demo --role PARTNER",
                "--tenant demo --role PARTNER,REP --customer C",
                "--tenant demo --role REP --customer C",
                "--tenant --role REP",
                "--tenant demo --tenant demo --role REP",
                "--tenant demo --role REP --colour red",
                "--tenant demo --role")) {
            err.reset();
            assertThat(run(wrong)).as(wrong).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: token");
        }
        assertThat(out.size()).isZero();
    }

    @Test
    void an_instance_that_trusts_an_identity_provider_issues_none() {
        System.setProperty("mp.jwt.verify.publickey.location", "https://id.example/jwks");
        assertThat(run("--tenant demo --role REP")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("https://id.example/jwks");
        assertThat(out.size()).isZero();
    }

    private int run(String arguments) {
        List<String> words = arguments.isEmpty() ? List.of() : Arrays.asList(arguments.split(" ", -1));
        return new TokenCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(words);
    }

    private JwtClaims claims() throws Exception {
        return new JwtConsumerBuilder()
                .setSkipSignatureVerification()
                .setSkipAllDefaultValidators()
                .build()
                .processToClaims(out.toString(StandardCharsets.UTF_8).strip());
    }
}
