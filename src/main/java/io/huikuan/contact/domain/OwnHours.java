package io.huikuan.contact.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * When a person likes to be called, in the customer's time zone.
 *
 * @param from from when on; empty: from the end of the quiet hours
 * @param to until when; empty: until the quiet hours begin
 * @param days on which days of the week; empty: on any
 * @param saidByCustomer whether it is the word of the customer's own user. Then it wins over the supplier's windows. What the supplier's people noted only
 *     narrows them: else whoever may note hours could open the night.
 */
public record OwnHours(Optional<LocalTime> from, Optional<LocalTime> to, Set<DayOfWeek> days, boolean saidByCustomer) {

    /** Nothing is known of any. */
    public static final OwnHours NONE = new OwnHours(Optional.empty(), Optional.empty(), Set.of(), false);

    public OwnHours {
        days = Set.copyOf(days);
    }

    /** Whether hours are said. */
    boolean hasHours() {
        return from.isPresent() || to.isPresent();
    }
}
