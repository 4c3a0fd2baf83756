package io.huikuan.platform.security;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Verifies tokens that do not come in the header of a request: those of a WebSocket's first message. */
@ApplicationScoped
public class TokenAuthenticator {

    private static final String BEARER = "bearer ";

    private final IdentityProviderManager identities;

    TokenAuthenticator(IdentityProviderManager identities) {
        this.identities = identities;
    }

    /**
     * The identity behind the token, with its actor as an attribute. Does not block.
     *
     * @param token the token, with or without {@code Bearer} in front
     * @return fails with {@link AuthenticationFailedException} when the token is refused; {@link Refusals#reason} puts it into words
     */
    public Uni<SecurityIdentity> authenticate(String token) {
        if (token == null || token.isBlank()) {
            return Uni.createFrom().failure(new AuthenticationFailedException(new TokenRefused("There is no token.")));
        }
        String bare = token.toLowerCase(Locale.ROOT).startsWith(BEARER) ? token.substring(BEARER.length()) : token;
        return identities.authenticate(new TokenAuthenticationRequest(new JsonWebTokenCredential(bare.strip())));
    }

    /**
     * The actor behind the token. Blocks.
     *
     * @throws AuthenticationFailedException when the token is refused
     */
    public Actor actor(String token) {
        return authenticate(token).await().indefinitely().getAttribute(CurrentActor.ATTRIBUTE);
    }
}
