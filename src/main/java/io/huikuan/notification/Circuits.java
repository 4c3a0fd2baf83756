package io.huikuan.notification;

import io.huikuan.notification.domain.Circuit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Which servers this node leaves alone, by the names that addresses give them: see {@link Circuit}. */
@ApplicationScoped
class Circuits {

    private static final Logger LOG = Logger.getLogger(Circuits.class);

    private final Map<String, Circuit> circuits = new ConcurrentHashMap<>();
    private final Clock clock;

    Circuits(Clock clock) {
        this.clock = clock;
    }

    /** Whether a message may pass; what becomes of it must be told. */
    boolean pass(String name) {
        boolean[] passes = {true};
        circuits.computeIfPresent(name, (any, circuit) -> {
            passes[0] = circuit.passes(clock.instant());
            return passes[0] ? circuit.passing() : circuit;
        });
        return passes[0];
    }

    /** Whether nothing passes at the moment. */
    boolean isOpen(String name) {
        Circuit circuit = circuits.get(name);
        return circuit != null && !circuit.passes(clock.instant());
    }

    /** What passed has arrived. */
    void succeeded(String name) {
        circuits.remove(name);
    }

    /** What passed has failed, by the server's fault; it may have asked to be left alone. */
    void failed(String name, Optional<Duration> asked) {
        Circuit circuit = circuits.merge(name, next(Circuit.CLOSED, asked), (known, any) -> next(known, asked));
        if (circuit.openUntil() != null) {
            LOG.warnf("%s is left alone until %s, after %d failures", name, circuit.openUntil(), circuit.failures());
        }
    }

    private Circuit next(Circuit circuit, Optional<Duration> asked) {
        return asked.map(pause -> circuit.asked(clock.instant(), pause))
                .orElseGet(() -> circuit.failed(clock.instant()));
    }

    /** The endpoints to which nothing passes. */
    Set<UUID> openEndpoints() {
        return circuits.keySet().stream()
                .filter(this::isOpen)
                .filter(name -> name.length() == 36)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    /** When to ask again. */
    Instant again(String name) {
        return circuits.getOrDefault(name, Circuit.CLOSED).again(clock.instant());
    }
}
