package io.huikuan.notification.channel;

import io.huikuan.notification.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Writes one line for each message, by ids alone: what a log pipeline can pick up where no other channel reaches. */
@ApplicationScoped
public class LogChannel implements NotificationChannel {

    private static final Logger LOG = Logger.getLogger("io.huikuan.notification");

    @Override
    public Channel kind() {
        return Channel.LOG;
    }

    @Override
    public Answer send(Message message) {
        LOG.info(line(message));
        return new Answer.Taken("logged");
    }

    static String line(Message message) {
        Notice notice = message.notice();
        return "alert-notification id=" + notice.id()
                + " tenant=" + message.tenant()
                + " alert=" + notice.alert()
                + " occurrence=" + notice.occurrence()
                + " type=" + notice.type()
                + " severity=" + notice.severity()
                + " recipient=" + notice.recipient().map(UUID::toString).orElse("none")
                + " attempt=" + message.attempt();
    }
}
