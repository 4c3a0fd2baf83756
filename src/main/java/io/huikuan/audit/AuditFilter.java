package io.huikuan.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which lines are wanted.
 *
 * @param kinds of these kinds; empty: of all
 * @param from at this moment or later
 * @param to before this moment
 * @param user of this person
 */
public record AuditFilter(Set<AuditKind> kinds, Optional<Instant> from, Optional<Instant> to, Optional<UUID> user) {

    /** All lines. */
    public static final AuditFilter ALL =
            new AuditFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public AuditFilter {
        kinds = Set.copyOf(kinds);
    }
}
