package io.huikuan.audit;

import io.huikuan.kernel.identity.Actor;
import java.util.Optional;

/**
 * Something that happened at the door.
 *
 * @param actor the person, or the tenant where only that is known; empty for nobody known
 * @param who how the token calls its bearer; empty when no token was believed
 * @param what what was asked for, in words of the service
 * @param from where from
 */
public record Incident(AuditKind kind, Optional<Actor> actor, String who, String what, Origin from) {

    private static final int LONGEST = 200;

    public Incident {
        who = Printable.of(who, LONGEST);
        what = Printable.of(what, LONGEST);
    }
}
