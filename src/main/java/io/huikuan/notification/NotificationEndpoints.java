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
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.notification.channel.http.OutboundHttp;
import io.huikuan.notification.channel.webhook.WebhookSecret;
import io.huikuan.notification.data.EndpointStore;
import io.huikuan.notification.data.EndpointStore.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The endpoints of the current tenant. Addresses that lead into private networks are refused when they are entered and, since a name may change its mind, again at each
 * request. The secret of a webhook is made here and told once.
 */
@ApplicationScoped
@Transactional
public class NotificationEndpoints implements NodeFinder {

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REGION = 100;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_SECRET = 200;
    private static final int LONGEST_KEEP_HOURS = 7 * 24;

    private final EndpointStore store;
    private final OutboundHttp http;
    private final ClientKeys clientKeys;
    private final BusinessDates dates;
    private final CurrentActor actor;
    private final SecureRandom random = new SecureRandom();

    NotificationEndpoints(
            EndpointStore store, OutboundHttp http, ClientKeys clientKeys, BusinessDates dates, CurrentActor actor) {
        this.store = store;
        this.http = http;
        this.clientKeys = clientKeys;
        this.dates = dates;
        this.actor = actor;
    }

    /**
     * An endpoint after a change.
     *
     * @param secret the secret that was made; told this once, and not to a repeat
     */
    public record Changed(NotificationEndpoint endpoint, Optional<String> secret) {

        private UUID uuid() {
            return NodeId.uuidOf(endpoint.id());
        }
    }

    /** The wish to give a webhook another secret; the one before signs too for so many hours. */
    public record RotateSecret(String clientKey, String id, int keepPreviousHours) {}

    /** The wish to remove an endpoint. */
    public record Remove(String clientKey, String id) {}

    /** All, by name. */
    public List<NotificationEndpoint> all() {
        return store.all();
    }

    /** Enters an endpoint or replaces what is kept of one; refused with STALE when somebody changed it since. */
    public Outcome<Changed> save(EndpointWish wish) {
        return clientKeys.once(
                new Wish("saveNotificationEndpoint", wish.clientKey(), wish),
                () -> wish.id() == null ? entered(wish) : replaced(wish),
                Changed::uuid,
                this::again);
    }

    private Optional<Changed> again(UUID id) {
        return store.find(id).map(endpoint -> new Changed(endpoint, Optional.empty()));
    }

    private Outcome<Changed> entered(EndpointWish wish) {
        Refusals refusals = new Refusals();
        refusals.unless(wish.kind() != null, ErrorCode.REQUIRED, "kind", "A new endpoint needs its kind.");
        refusals.unless(wish.url() != null, ErrorCode.REQUIRED, "url", "A new endpoint needs its address.");
        refusals.unless(store.count() < MOST, ErrorCode.TOO_MANY, "", "There are " + MOST + " endpoints already.");
        Content content = checked(wish, wish.kind(), refusals);
        if (refusals.any()) {
            return refusals.outcome();
        }
        Optional<String> secret = wish.kind() == EndpointKind.WEBHOOK
                ? Optional.of(WebhookSecret.make(random).text())
                : Optional.empty();
        UUID id = Uuids.next();
        store.enter(id, secret.map(made -> withSecret(content, made)).orElse(content));
        return Outcome.done(new Changed(store.find(id).orElseThrow(), secret));
    }

    private static Content withSecret(Content content, String secret) {
        return new Content(
                content.kind(),
                content.name(),
                content.url(),
                content.host(),
                secret,
                content.types(),
                content.region(),
                content.language(),
                content.active());
    }

    private Outcome<Changed> replaced(EndpointWish wish) {
        Optional<NotificationEndpoint> before = locked(wish.id());
        if (before.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such endpoint.");
        }
        if (wish.version() == null || wish.version() != before.get().version()) {
            return Outcome.refused(ErrorCode.STALE, "version", "Somebody changed the endpoint since: read it again.");
        }
        Refusals refusals = new Refusals();
        refusals.unless(
                wish.kind() == null || wish.kind() == before.get().kind(),
                ErrorCode.INVALID_VALUE,
                "kind",
                "An endpoint keeps its kind.");
        Content content = checked(wish, before.get().kind(), refusals);
        if (refusals.any()) {
            return refusals.outcome();
        }
        UUID id = NodeId.uuidOf(before.get().id());
        store.replace(id, content);
        return Outcome.done(again(id).orElseThrow());
    }

    private Content checked(EndpointWish wish, EndpointKind kind, Refusals refusals) {
        String name = refusals.required("name", wish.name(), LONGEST_NAME);
        String region = refusals.optional("region", wish.region(), LONGEST_REGION);
        String secret = refusals.optional("secret", wish.secret(), LONGEST_SECRET);
        refusals.unless(
                secret == null || kind != EndpointKind.WEBHOOK,
                ErrorCode.INVALID_VALUE,
                "secret",
                "The secret of a webhook is made here.");
        Optional<URI> url = Optional.ofNullable(refusals.optional("url", wish.url(), LONGEST_URL))
                .flatMap(text -> address(text, refusals));
        return new Content(
                kind,
                name,
                url.map(URI::toString).orElse(null),
                url.map(URI::getHost).orElse(null),
                secret,
                wish.types(),
                region,
                wish.language(),
                wish.active());
    }

    private Optional<URI> address(String text, Refusals refusals) {
        try {
            URI address = new URI(text);
            Optional<String> objection = http.objection(address);
            objection.ifPresent(words -> refusals.add(ErrorCode.INVALID_VALUE, "url", words));
            return objection.isPresent() ? Optional.empty() : Optional.of(address);
        } catch (URISyntaxException e) {
            refusals.add(ErrorCode.INVALID_VALUE, "url", "This is no address.");
            return Optional.empty();
        }
    }

    /** Gives a webhook another secret, for the receiver to take over while both sign. */
    public Outcome<Changed> rotate(RotateSecret wish) {
        return clientKeys.once(
                new Wish("rotateEndpointSecret", wish.clientKey(), wish),
                () -> rotated(wish),
                Changed::uuid,
                this::again);
    }

    private Outcome<Changed> rotated(RotateSecret wish) {
        Optional<NotificationEndpoint> endpoint = locked(wish.id());
        if (endpoint.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such endpoint.");
        }
        Refusals refusals = new Refusals();
        refusals.between("keepPreviousHours", wish.keepPreviousHours(), 0, LONGEST_KEEP_HOURS);
        refusals.unless(
                endpoint.get().kind() == EndpointKind.WEBHOOK,
                ErrorCode.INVALID_VALUE,
                "id",
                "The secret of a robot is made by its platform: save it with the endpoint.");
        if (refusals.any()) {
            return refusals.outcome();
        }
        UUID id = NodeId.uuidOf(endpoint.get().id());
        String secret = WebhookSecret.make(random).text();
        store.rotate(id, secret, dates.now().plus(Duration.ofHours(wish.keepPreviousHours())));
        return Outcome.done(new Changed(store.find(id).orElseThrow(), Optional.of(secret)));
    }

    /** Removes an endpoint; what was on its way there is cancelled. */
    public Outcome<Changed> remove(Remove wish) {
        return clientKeys.once(
                new Wish("removeNotificationEndpoint", wish.clientKey(), wish),
                () -> locked(wish.id())
                        .map(endpoint -> {
                            store.remove(NodeId.uuidOf(endpoint.id()));
                            return Outcome.done(new Changed(endpoint, Optional.empty()));
                        })
                        .orElseGet(() -> Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such endpoint.")),
                Changed::uuid,
                this::again);
    }

    private Optional<NotificationEndpoint> locked(String id) {
        return NodeId.uuid(NodeKind.NOTIFICATION_ENDPOINT, id).flatMap(store::lock);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.NOTIFICATION_ENDPOINT;
    }

    @Override
    public Optional<NotificationEndpoint> find(UUID uuid) {
        return actor.get().is(Role.ADMIN) ? store.find(uuid) : Optional.empty();
    }
}
