package io.huikuan.notification;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which notifications are wanted; an empty set or nothing: all. */
public record NotificationFilter(
        Set<NotificationState> states, Set<Channel> channels, Optional<UUID> recipient, Optional<UUID> alert) {

    /** All. */
    public static final NotificationFilter ALL =
            new NotificationFilter(Set.of(), Set.of(), Optional.empty(), Optional.empty());

    public NotificationFilter {
        states = Set.copyOf(states);
        channels = Set.copyOf(channels);
    }
}
