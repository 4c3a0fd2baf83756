package io.huikuan.notification;

import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.notification.channel.Address;
import io.huikuan.notification.channel.Answer;
import io.huikuan.notification.channel.Channels;
import io.huikuan.notification.channel.Message;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sends what is due in the outbox of a tenant, round by round. The messages to one address go out in as many lanes as its channel has, each lane in order, all words on
 * one alert in one lane; a slow or dead address holds up nobody else, and a round passes over addresses that have not finished with the one before. What became of the
 * messages to an address is written down when the last of them has ended, or when the lease is nearly over.
 */
@ApplicationScoped
class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);

    /** How many of the senders may talk to the database at once: whoever waits for an answer on a screen needs its connections too. */
    private static final int AT_ONCE_IN_DATABASE = 4;

    private final Round round;
    private final Channels channels;
    private final Circuits circuits;
    private final Receipts receipts;
    private final ActingAs actingAs;
    private final CurrentActor current;
    private final Clock clock;
    private final Duration patience;
    private final ThreadPoolExecutor senders;
    private final Semaphore database = new Semaphore(AT_ONCE_IN_DATABASE, true);
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final Set<UUID> planned = ConcurrentHashMap.newKeySet();

    Delivery(
            Round round,
            Channels channels,
            Circuits circuits,
            Receipts receipts,
            ActingAs actingAs,
            CurrentActor current,
            Clock clock,
            NotificationConfig config) {
        this.round = round;
        this.channels = channels;
        this.circuits = circuits;
        this.receipts = receipts;
        this.actingAs = actingAs;
        this.current = current;
        this.clock = clock;
        // A quarter of the lease is left for the message under way and for writing down what became of all.
        this.patience = config.lease().multipliedBy(3).dividedBy(4);
        this.senders = new ThreadPoolExecutor(
                config.atOnce(), config.atOnce(), 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "sender");
                    thread.setDaemon(true);
                    return thread;
                });
        senders.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void stop() {
        senders.shutdownNow();
    }

    /** Sends what is due to the current tenant's people and comes back when all of it has been tried. */
    void deliver() {
        Actor tenant = current.get();
        Round.Due due;
        do {
            due = take();
            CompletableFuture.allOf(begin(tenant, due.messages(), () -> {}).toArray(CompletableFuture[]::new))
                    .join();
        } while (due.leased() > 0);
    }

    /** Begins to send what is due to the current tenant's people; goes on by itself until nothing is. */
    void start() {
        plan(current.get());
    }

    private void plan(Actor tenant) {
        if (planned.add(tenant.tenant())) {
            senders.execute(() -> {
                planned.remove(tenant.tenant());
                actingAs.run(tenant, () -> step(tenant));
            });
        }
    }

    private void step(Actor tenant) {
        Round.Due due = take();
        begin(tenant, due.messages(), () -> plan(tenant));
        if (due.mayHaveMore()) {
            plan(tenant);
        }
    }

    private Round.Due take() {
        Set<UUID> notTo = new HashSet<>(busy);
        notTo.addAll(circuits.openEndpoints());
        Set<Channel> notBy =
                circuits.isOpen(Address.Mailbox.CIRCUIT) ? EnumSet.of(Channel.EMAIL) : EnumSet.noneOf(Channel.class);
        return inTurn(() -> round.take(notTo, notBy));
    }

    private <T> T inTurn(Supplier<T> work) {
        database.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            database.release();
        }
    }

    /** Begins to send; one future for each circuit's messages, each of which does something afterwards. */
    private List<CompletableFuture<Void>> begin(Actor tenant, List<Message> messages, Runnable afterwards) {
        Map<String, List<Message>> byCircuit = messages.stream()
                .collect(Collectors.groupingBy(message -> message.address().circuit()));
        return byCircuit.values().stream()
                .map(group -> send(tenant, group).thenRun(afterwards))
                .toList();
    }

    private CompletableFuture<Void> send(Actor tenant, List<Message> group) {
        Set<UUID> targets = targets(group);
        busy.addAll(targets);
        Instant end = clock.instant().plus(patience);
        List<Receipt> done = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<?>[] lanes = lanes(group).stream()
                .map(lane -> CompletableFuture.runAsync(
                        () -> lane.forEach(message -> done.add(sent(message, end))), senders))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(lanes)
                .whenComplete((any, failure) -> {
                    try {
                        inTurn(() -> {
                            actingAs.run(tenant, () -> receipts.write(List.copyOf(done)));
                            return null;
                        });
                    } finally {
                        busy.removeAll(targets);
                    }
                })
                .exceptionally(failure -> {
                    LOG.error("sending broke off; what was not written down is sent again", failure);
                    return null;
                });
    }

    private static Set<UUID> targets(List<Message> group) {
        return group.stream()
                .map(Message::address)
                .filter(address -> address instanceof Address.Webhook || address instanceof Address.Robot)
                .map(address -> UUID.fromString(address.circuit()))
                .collect(Collectors.toSet());
    }

    private Collection<List<Message>> lanes(List<Message> group) {
        int lanes = channels.of(Receipt.channelOf(group.get(0).address())).lanes();
        return group.stream()
                .collect(Collectors.groupingBy(
                        message -> Math.floorMod(message.notice().alert().hashCode(), lanes)))
                .values();
    }

    private Receipt sent(Message message, Instant end) {
        String circuit = message.address().circuit();
        if (clock.instant().isAfter(end) || !circuits.pass(circuit)) {
            return new Receipt(message, new Answer.NotNow("", Optional.empty(), false), false, circuits.again(circuit));
        }
        Answer answer = channels.of(Receipt.channelOf(message.address())).send(message);
        if (answer instanceof Answer.NotNow failed && failed.ofTheCircuit()) {
            circuits.failed(circuit, failed.after());
        } else {
            circuits.succeeded(circuit);
        }
        return new Receipt(message, answer, true, circuits.again(circuit));
    }
}
