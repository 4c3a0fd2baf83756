package io.huikuan.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes every message, unless it was told to refuse those of a tenant. */
@ApplicationScoped
public class FakeChannel implements NotificationChannel {

    private final List<Notification> taken = new CopyOnWriteArrayList<>();
    private final List<UUID> refusedTenants = new CopyOnWriteArrayList<>();

    /** The messages that were sent to people of the tenant. */
    public List<Notification> sentBy(UUID tenant) {
        return taken.stream().filter(message -> message.tenant().equals(tenant)).toList();
    }

    /** Refuses the messages of the tenant from now on. */
    public void refuse(UUID tenant) {
        refusedTenants.add(tenant);
    }

    /** Takes the messages of the tenant again. */
    public void accept(UUID tenant) {
        refusedTenants.remove(tenant);
    }

    @Override
    public void send(Notification notification) {
        if (refusedTenants.contains(notification.tenant())) {
            throw new DeliveryFailed("The line is busy.");
        }
        taken.add(notification);
    }
}
