package io.huikuan.platform.live;

import io.huikuan.audit.Origin;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.platform.graphql.Answers;
import io.huikuan.platform.graphql.Asked;
import io.huikuan.platform.graphql.Caller;
import io.huikuan.platform.graphql.SentRequest;
import io.huikuan.platform.security.Refusals;
import io.netty.channel.ChannelFuture;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * One socket, from its opening to its end. Everything about it happens on its own event loop, so that it needs no locks; what comes
 * from elsewhere hops there first.
 */
final class LiveConnection {

    private static final Logger LOG = Logger.getLogger(LiveConnection.class);
    private static final String SOCKET = "socket";

    private enum State {
        OPENED,
        AUTHENTICATING,
        ACKNOWLEDGED
    }

    private final ServerWebSocket socket;
    private final ConnectionBase connection;
    private final Origin from;
    private final Vertx vertx;
    private final Context loop;
    private final LiveServices services;
    private final LiveSender sender;
    private final Map<String, LiveOperation> operations = new HashMap<>();
    private final LiveTimers timers;
    private State state = State.OPENED;
    private SecurityIdentity identity;
    private boolean heard = true;

    LiveConnection(Wire wire, Vertx vertx, LiveServices services, SecurityIdentity identity) {
        this.socket = wire.socket();
        this.connection = wire.connection();
        this.from = wire.from();
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.services = services;
        this.identity = identity;
        this.timers = new LiveTimers(vertx);
        this.sender = new LiveSender(
                socket, services.json(), timers, services.config().slowAfter(), this::cutOff);
    }

    /** Begins to listen. */
    void open(Runnable afterwards) {
        socket.textMessageHandler(this::received);
        socket.binaryMessageHandler(unused -> close(Closing.BAD_MESSAGE));
        socket.pongHandler(unused -> heard = true);
        socket.exceptionHandler(thrown -> LOG.debugf("A socket broke: %s", thrown.getMessage()));
        socket.closeHandler(unused -> {
            ended();
            afterwards.run();
        });
        timers.once(services.config().initTimeout(), this::requireAcknowledged);
        timers.every(services.config().keepAlive(), this::askWhetherThere);
    }

    private void ended() {
        timers.cancel();
        operations.values().forEach(LiveOperation::cancel);
        operations.clear();
    }

    /** Ends the socket; may be called from anywhere. */
    void close(Closing why) {
        loop.runOnContext(unused -> {
            if (!socket.isClosed()) {
                LOG.debugf("Closes a socket: %d %s", why.code(), why.reason());
                socket.close(why.code(), why.reason());
            }
        });
    }

    /** Ends the socket if it is this person's; may be called from anywhere. */
    void closeIfOf(UUID person) {
        loop.runOnContext(unused -> {
            if (person(identity).equals(Optional.of(person))) {
                close(Closing.UNAUTHORIZED);
            }
        });
    }

    private static Optional<UUID> person(SecurityIdentity identity) {
        Actor actor = identity.getAttribute(CurrentActor.ATTRIBUTE);
        return Optional.ofNullable(actor).flatMap(Actor::user);
    }

    /** The word of farewell would wait behind all that was not taken: so the connection goes without. */
    private void cutOff() {
        ended();
        ChannelFuture cut = connection.channel().close();
        LOG.infof("Cut a socket off, which does not take what it asked for: %s", cut.channel());
    }

    private void requireAcknowledged() {
        if (state != State.ACKNOWLEDGED) {
            close(Closing.INIT_TIMEOUT);
        }
    }

    private void askWhetherThere() {
        if (!heard) {
            close(Closing.GOING_AWAY);
            return;
        }
        heard = false;
        socket.writePing(Buffer.buffer());
    }

    private void received(String text) {
        heard = true;
        JsonObject message = parsed(text);
        String type = message == null ? "" : LiveMessages.text(message, "type").orElse("");
        switch (type) {
            case "connection_init" -> init(message);
            case "ping" -> sender.send(LiveMessages.pong());
            case "pong" -> heard = true;
            case "subscribe" -> subscribe(message);
            case "complete" ->
                LiveMessages.text(message, "id").map(operations::remove).ifPresent(LiveOperation::cancel);
            default -> close(Closing.BAD_MESSAGE);
        }
    }

    private static JsonObject parsed(String text) {
        try {
            return new JsonObject(text);
        } catch (DecodeException e) {
            return null;
        }
    }

    // --- who it is ---

    private void init(JsonObject message) {
        if (state != State.OPENED) {
            close(Closing.TOO_MANY_INITS);
            return;
        }
        state = State.AUTHENTICATING;
        Optional<String> token = LiveMessages.token(message);
        if (token.isEmpty() && !identity.isAnonymous()) {
            acknowledge(identity);
        } else {
            services.tokens()
                    .authenticate(token.orElse(null))
                    .subscribe()
                    .with(
                            known -> loop.runOnContext(unused -> acknowledge(known)),
                            failure -> loop.runOnContext(unused -> unauthorized(failure)));
        }
    }

    private void acknowledge(SecurityIdentity known) {
        if (socket.isClosed()) {
            return;
        }
        if (person(known).filter(services.removed()::contains).isPresent()) {
            close(Closing.UNAUTHORIZED);
            return;
        }
        identity = known;
        state = State.ACKNOWLEDGED;
        services.door().came(known, SOCKET, from);
        if (known.getPrincipal() instanceof JsonWebToken token) {
            long left = token.getExpirationTime() * 1000 - services.clock().millis();
            timers.once(Duration.ofMillis(Math.max(1, left)), () -> close(Closing.TOKEN_EXPIRED));
        }
        sender.send(LiveMessages.acknowledgement());
    }

    private void unauthorized(Throwable failure) {
        if (Refusals.of(failure).isEmpty()) {
            LOG.error("A token could not be verified", failure);
            close(Closing.FAULT);
            return;
        }
        services.door().turnedAway(failure, SOCKET, from);
        LOG.infof("Refused a socket: UNAUTHENTICATED %s", Refusals.reason(failure));
        close(Closing.UNAUTHORIZED);
    }

    // --- what it asks for ---

    private void subscribe(JsonObject message) {
        Optional<String> id = LiveMessages.text(message, "id").filter(text -> !text.isEmpty());
        if (state != State.ACKNOWLEDGED) {
            close(Closing.UNAUTHORIZED);
        } else if (id.isEmpty() || !(message.getValue("payload") instanceof JsonObject payload)) {
            close(Closing.BAD_MESSAGE);
        } else if (operations.containsKey(id.get())) {
            close(Closing.SUBSCRIBER_EXISTS);
        } else {
            begin(id.get(), payload);
        }
    }

    private void begin(String id, JsonObject payload) {
        try {
            if (operations.size() >= services.config().maxOperations()) {
                throw new Problem(ErrorCode.TOO_MANY, "This socket has as many operations under way as it may.");
            }
            Asked asked = services.operations().admit(SentRequest.read(payload.encode()), new Caller(identity, from));
            LiveOperation operation =
                    new LiveOperation(id, asked, services.answers(), sender, loop, () -> operations.remove(id));
            operations.put(id, operation);
            operation.begin(vertx, services.operations(), identity);
        } catch (Problem refused) {
            sender.send(LiveMessages.error(
                    id, Answers.of(refused, identity.getPrincipal().getName()).get("errors")));
        }
    }
}
