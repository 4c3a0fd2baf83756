package io.huikuan.contact;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What became of an automatic contact. */
public sealed interface Taking {

    /** It may be made, and is counted from now on; it must be made within the same transaction or be rolled back with it. */
    record Taken(UUID id) implements Taking {}

    /**
     * It may not be made now.
     *
     * @param rail what is in its way; of several, the one that is named first in {@link GuardRail}
     * @param next the first moment at which nothing would be in its way as things stand; empty when there is none within two months
     */
    record Refused(GuardRail rail, Optional<Instant> next) implements Taking {}
}
