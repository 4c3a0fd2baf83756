package io.huikuan.notification;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.notification.channel.http.OutboundHttp;
import io.huikuan.notification.channel.push.PushChannel;
import io.huikuan.notification.data.DeviceStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The devices of the current person. A device belongs to the last person who registered it; one that its push service does not know any more is forgotten. A device that is
 * registered again keeps its id.
 */
@ApplicationScoped
@Transactional
public class Devices implements NodeFinder {

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TOKEN = 4_096;

    private final DeviceStore store;
    private final PushChannel push;
    private final OutboundHttp http;
    private final ClientKeys clientKeys;

    Devices(DeviceStore store, PushChannel push, OutboundHttp http, ClientKeys clientKeys) {
        this.store = store;
        this.push = push;
        this.http = http;
        this.clientKeys = clientKeys;
    }

    /**
     * The wish to register a device: an app by its token, a browser by what its subscription holds.
     *
     * @param key {@code p256dh}
     * @param secret {@code auth}
     */
    public record Register(
            String clientKey, DeviceKind kind, String name, String token, String endpoint, String key, String secret) {}

    /** The wish that a device is pushed to no more. */
    public record Unregister(String clientKey, String id) {}

    /** Those of the current person, the last registered first. */
    public List<Device> own() {
        return store.own();
    }

    /** With which key a browser subscribes, in Base64 for URLs. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public String webPushKey() {
        return push.webPushKey();
    }

    /** Registers a device. */
    public Outcome<Device> register(Register wish) {
        return clientKeys.once(
                new Wish("registerDevice", wish.clientKey(), wish),
                () -> registered(wish),
                device -> NodeId.uuidOf(device.id()),
                store::own);
    }

    private Outcome<Device> registered(Register wish) {
        Refusals refusals = new Refusals();
        String name = refusals.required("name", wish.name(), LONGEST_NAME);
        List<String> address = wish.kind() == DeviceKind.FCM ? app(wish, refusals) : browser(wish, refusals);
        if (refusals.any()) {
            return refusals.outcome();
        }
        UUID id = store.register(Uuids.next(), wish.kind(), name, address);
        return store.count() > MOST
                ? Outcome.refused(ErrorCode.TOO_MANY, "", "You have " + MOST + " devices already: unregister one.")
                : Outcome.done(store.own(id).orElseThrow());
    }

    private List<String> app(Register wish, Refusals refusals) {
        refusals.unless(push.reachesApps(), ErrorCode.NOT_AVAILABLE, "kind", "Apps cannot be reached from here.");
        return List.of(Optional.ofNullable(refusals.required("token", wish.token(), LONGEST_TOKEN))
                .orElse(""));
    }

    private List<String> browser(Register wish, Refusals refusals) {
        String endpoint = refusals.required("endpoint", wish.endpoint(), LONGEST_TOKEN);
        String key = refusals.required("key", wish.key(), LONGEST_NAME);
        String secret = refusals.required("secret", wish.secret(), LONGEST_NAME);
        if (refusals.any()) {
            return List.of();
        }
        address(endpoint).ifPresent(words -> refusals.add(ErrorCode.INVALID_VALUE, "endpoint", words));
        refusals.unless(
                PushChannel.areKeys(key, secret),
                ErrorCode.INVALID_VALUE,
                "key",
                "key and secret must be what the subscription holds as p256dh and auth.");
        return List.of(endpoint, key, secret);
    }

    private Optional<String> address(String endpoint) {
        try {
            return http.objection(new URI(endpoint));
        } catch (URISyntaxException e) {
            return Optional.of("This is no address.");
        }
    }

    /** Forgets a device. */
    public Outcome<Device> unregister(Unregister wish) {
        return clientKeys.once(
                new Wish("unregisterDevice", wish.clientKey(), wish),
                () -> NodeId.uuid(NodeKind.DEVICE, wish.id())
                        .flatMap(store::own)
                        .filter(device -> store.remove(NodeId.uuidOf(device.id())))
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(ErrorCode.NOT_FOUND, "id", "You have no such device.")),
                device -> NodeId.uuidOf(device.id()),
                store::own);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.DEVICE;
    }

    @Override
    public Optional<Device> find(UUID uuid) {
        return store.own(uuid);
    }
}
