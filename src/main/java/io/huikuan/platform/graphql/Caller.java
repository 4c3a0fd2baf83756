package io.huikuan.platform.graphql;

import io.huikuan.audit.Origin;
import io.quarkus.security.identity.SecurityIdentity;

/**
 * Who asks.
 *
 * @param from where the request came from
 */
public record Caller(SecurityIdentity identity, Origin from) {

    /** How the log names them. */
    public String who() {
        return identity.getPrincipal().getName();
    }
}
