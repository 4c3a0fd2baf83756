package io.huikuan.platform.security;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies a token by the keys of the identity provider, or by the instance's own. A refusal says why in our words only: those of the library repeat the token, and would stand
 * in a log that is told to be verbose.
 */
class TokenVerification extends DefaultJWTTokenParser {

    private final TokenConfig config;
    private final Clock clock;
    private final ClaimNames names;
    private final Map<String, VerificationKeyResolver> providers = new ConcurrentHashMap<>();

    /** Fails when the configuration cannot be used: a service that starts can tell who comes. */
    TokenVerification(TokenConfig config, Clock clock) {
        config.keys().certificates().ifPresent(ProviderKeys::certificates);
        this.config = config;
        this.clock = clock;
        this.names = new ClaimNames(config.claims());
    }

    JWTCallerPrincipal verify(String token, JWTAuthContextInfo by) throws ParseException {
        JwtContext verified;
        try {
            verified = parse(token, by);
        } catch (ParseException e) {
            throw new ParseException("The token is refused.", new TokenRefused(Refusals.reason(e)));
        }
        JwtClaims claims = verified.getJwtClaims();
        try {
            names.apply(claims);
        } catch (TokenRefused e) {
            throw new ParseException("The token is refused.", e);
        }
        // Logs call the bearer by the first of upn, preferred_username and sub; only the last is checked, lasting and
        // nobody else's.
        claims.unsetClaim(Claims.upn.name());
        claims.unsetClaim(Claims.preferred_username.name());
        return new DefaultJWTCallerPrincipal(verified.getJoseObjects().get(0).getHeader("typ"), claims);
    }

    @Override
    protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo by)
            throws UnresolvableKeyException {
        String location = by.getPublicKeyLocation();
        return location != null && location.startsWith("http")
                ? providers.computeIfAbsent(location, any -> ProviderKeys.at(location, config.keys(), clock))
                : super.getVerificationKeyResolver(by);
    }
}
