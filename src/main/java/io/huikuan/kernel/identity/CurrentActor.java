package io.huikuan.kernel.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The actor of the request at hand: the verified token's person, or whom a job has become. */
@RequestScoped
public class CurrentActor {

    /** Under this name the security identity carries the actor that was made from the token. */
    public static final String ATTRIBUTE = "huikuan.actor";

    private final SecurityIdentity identity;
    private Actor assumed;

    CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The actor.
     *
     * @throws IllegalStateException when nobody is acting: a way in that lacks its check
     */
    public Actor get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is acting"));
    }

    /** The actor, or empty before one is known. */
    public Optional<Actor> find() {
        return assumed != null ? Optional.of(assumed) : Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }

    Actor assume(Actor actor) {
        Actor before = assumed;
        assumed = actor;
        return before;
    }
}
