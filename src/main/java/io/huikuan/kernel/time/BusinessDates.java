package io.huikuan.kernel.time;

import io.huikuan.kernel.identity.CurrentActor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** Tells the current tenant's business date and the moment, from the injected clock. */
@ApplicationScoped
public class BusinessDates {

    private final Clock clock;
    private final CurrentActor actor;

    BusinessDates(Clock clock, CurrentActor actor) {
        this.clock = clock;
        this.actor = actor;
    }

    /** The date now in the tenant's time zone (rule 1). */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), actor.get().zone());
    }

    /** The moment now, to the microsecond that the database keeps. */
    public Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }
}
