package io.huikuan.platform.security;

import io.huikuan.tenant.PersonRemoved;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who was removed a moment ago. What was read of a person before the removal and comes to be remembered, or acknowledged, only after this node heard of it must not be
 * believed either; nothing is under way for longer than a minute.
 */
@ApplicationScoped
public class RemovedPeople {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<UUID, Instant> removed = new ConcurrentHashMap<>();

    RemovedPeople(Clock clock) {
        this.clock = clock;
    }

    /** Before everybody else who hears of it looks at this. */
    void add(@Observes @Priority(1) PersonRemoved news) {
        Instant now = clock.instant();
        removed.values().removeIf(until -> now.isAfter(until));
        removed.put(news.user(), now.plus(KEPT));
    }

    /** Whether the person was removed within the last minute. */
    public boolean contains(UUID person) {
        Instant until = removed.get(person);
        return until != null && !clock.instant().isAfter(until);
    }
}
