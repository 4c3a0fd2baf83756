package io.huikuan.notification;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Writes one line for each message, by ids alone: what a log pipeline can pick up where no other channel is set up. */
@ApplicationScoped
@DefaultBean
class LogChannel implements NotificationChannel {

    private static final Logger LOG = Logger.getLogger("io.huikuan.notification");

    @Override
    public void send(Notification notification) {
        LOG.info(line(notification));
    }

    static String line(Notification notification) {
        return "alert-notification id=" + notification.id()
                + " tenant=" + notification.tenant()
                + " alert=" + notification.alert()
                + " occurrence=" + notification.occurrence()
                + " type=" + notification.type()
                + " severity=" + notification.severity()
                + " recipient=" + notification.recipient().map(UUID::toString).orElse("none")
                + " attempt=" + notification.attempt();
    }
}
