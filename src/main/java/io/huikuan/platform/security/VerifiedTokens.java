package io.huikuan.platform.security;

import io.quarkus.runtime.Startup;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Verifies tokens. One that was found good is good for another minute, but never beyond its own end: an app sends the same one with each request,
 * and verifying its signature takes a tenth of a screen's time. A key that is withdrawn is therefore believed for a minute more, as an actor is.
 */
@ApplicationScoped
@Startup
@Alternative
@Priority(1)
class VerifiedTokens extends JWTCallerPrincipalFactory {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 5_000;

    private final TokenVerification verification;
    private final Clock clock;
    private final Map<Token, Verified> known = new ConcurrentHashMap<>();

    VerifiedTokens(TokenConfig config, Clock clock) {
        this.verification = new TokenVerification(config, clock);
        this.clock = clock;
    }

    /**
     * A token and what it is verified by: another issuer, audience or key says nothing of it. One of the platform's own, which is only equal to
     * itself.
     */
    private record Token(String text, JWTAuthContextInfo by) {}

    private record Verified(JWTCallerPrincipal bearer, Instant until) {}

    @Override
    public JWTCallerPrincipal parse(String text, JWTAuthContextInfo by) throws ParseException {
        Token token = new Token(text, by);
        Verified verified = known.get(token);
        Instant now = clock.instant();
        if (verified != null && now.isBefore(verified.until())) {
            return verified.bearer();
        }
        JWTCallerPrincipal bearer = verification.verify(text, by);
        forgetOld(now);
        known.put(token, new Verified(bearer, earlier(now.plus(REMEMBERED), end(bearer))));
        return bearer;
    }

    private static Instant end(JWTCallerPrincipal bearer) {
        return Instant.ofEpochSecond(bearer.getExpirationTime());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void forgetOld(Instant now) {
        if (known.size() >= MOST_REMEMBERED) {
            known.values().removeIf(verified -> !now.isBefore(verified.until()));
        }
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
    }
}
