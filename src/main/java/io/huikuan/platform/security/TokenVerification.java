package io.huikuan.platform.security;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    TokenVerification(TokenConfig config, Clock clock) {
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
        names.apply(verified.getJwtClaims());
        return new DefaultJWTCallerPrincipal(
                verified.getJoseObjects().get(0).getHeader("typ"), verified.getJwtClaims());
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
