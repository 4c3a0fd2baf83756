package io.huikuan.contact.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * How it stands between the supplier and a person at a customer, as of a moment.
 *
 * @param zone the customer's time zone
 * @param own when the person likes to be called
 * @param today how often the person was contacted on the local day of the moment
 * @param thisWeek how often in its local week
 * @param lastAutomatic when the customer had its last automatic contact until the moment
 */
public record ContactStanding(
        UUID customer, ZoneId zone, OwnHours own, int today, int thisWeek, Optional<Instant> lastAutomatic) {}
