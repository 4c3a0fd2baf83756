package io.huikuan.platform.security;

import io.huikuan.kernel.identity.Actor;
import java.util.Optional;

/** A token that is not valid, or names nobody who may come in. The message is shown to its bearer and holds nothing of the token. It travels as the cause of an
 * {@code AuthenticationFailedException}. */
public class TokenRefused extends RuntimeException {

    private final transient Actor tenant;
    private final String subject;

    /** A refusal in words for the bearer. */
    public TokenRefused(String message) {
        this(message, null, "");
    }

    private TokenRefused(String message, Actor tenant, String subject) {
        super(message);
        this.tenant = tenant;
        this.subject = subject;
    }

    /** The refusal of this person of this tenant. */
    TokenRefused of(Actor known, String person) {
        return new TokenRefused(getMessage(), known, person);
    }

    /** The tenant, where the token named one that there is. */
    Optional<Actor> tenant() {
        return Optional.ofNullable(tenant);
    }

    /** Who it is within the tenant; empty when that is not known. */
    String subject() {
        return subject;
    }
}
