package io.huikuan.notification.channel;

import io.huikuan.notification.Channel;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All channels, each under its kind. */
@Singleton
public class Channels {

    private final Map<Channel, NotificationChannel> byKind = new EnumMap<>(Channel.class);

    Channels(@All List<NotificationChannel> all) {
        all.forEach(channel -> byKind.put(channel.kind(), channel));
    }

    /** The one of this kind. */
    public NotificationChannel of(Channel kind) {
        return byKind.get(kind);
    }

    /** Those that are configured. */
    public Set<Channel> setUp() {
        return byKind.values().stream()
                .filter(NotificationChannel::isSetUp)
                .map(NotificationChannel::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
    }
}
