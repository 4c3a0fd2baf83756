package io.huikuan.notification.channel;

import io.huikuan.notification.Channel;
import io.quarkus.arc.All;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.util.List;

/** The real channels, but for the log. */
@Mock
@Singleton
public class FakeChannels extends Channels {

    private final FakeChannel log;

    FakeChannels(@All List<NotificationChannel> all, FakeChannel log) {
        super(all);
        this.log = log;
    }

    @Override
    public NotificationChannel of(Channel kind) {
        return kind == Channel.LOG ? log : super.of(kind);
    }
}
