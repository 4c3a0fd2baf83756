package io.huikuan.platform.security;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Gives the identity of a verified token its actor, wherever the token came in: a request or a socket. The event loop never waits for it. */
@ApplicationScoped
class ActorAugmentor implements SecurityIdentityAugmentor {

    private final ActorsByToken actors;

    ActorAugmentor(ActorsByToken actors) {
        this.actors = actors;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return Uni.createFrom()
                .item(() -> TokenClaims.of(token))
                .flatMap(claims -> actors.remembered(claims)
                        .map(actor -> Uni.createFrom().item(with(identity, actor)))
                        .orElseGet(() -> context.runBlocking(() -> with(identity, actors.fetch(claims)))))
                .onFailure(TokenRefused.class)
                .transform(AuthenticationFailedException::new);
    }

    private static SecurityIdentity with(SecurityIdentity identity, Actor actor) {
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(CurrentActor.ATTRIBUTE, actor)
                .build();
    }
}
