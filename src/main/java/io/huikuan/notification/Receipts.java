package io.huikuan.notification;

import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.notification.channel.Address;
import io.huikuan.notification.channel.Answer;
import io.huikuan.notification.data.DeviceStore;
import io.huikuan.notification.data.EndpointStore;
import io.huikuan.notification.data.OutboxStore;
import io.huikuan.notification.data.OutboxStore.Ended;
import io.huikuan.notification.data.OutboxStore.Ended.State;
import io.huikuan.notification.data.OutboxStore.Waiting;
import io.huikuan.notification.domain.Backoff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Writes down what became of messages, in one transaction: sent, to be tried again, given up, or without an address from now on. */
@ApplicationScoped
class Receipts {

    private static final Logger LOG = Logger.getLogger(Receipts.class);

    /** Nobody is to wait longer because a server says so. */
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);

    private final OutboxStore store;
    private final DeviceStore devices;
    private final EndpointStore endpoints;
    private final BusinessDates dates;
    private final Backoff backoff;
    private final int mostAttempts;
    private final RandomGenerator chance = RandomGenerator.getDefault();

    Receipts(
            OutboxStore store,
            DeviceStore devices,
            EndpointStore endpoints,
            BusinessDates dates,
            NotificationConfig config) {
        this.store = store;
        this.devices = devices;
        this.endpoints = endpoints;
        this.dates = dates;
        this.backoff = new Backoff(config.firstPause(), config.longestPause());
        this.mostAttempts = config.mostAttempts();
    }

    /** Writes them down. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void write(List<Receipt> receipts) {
        List<Ended> ended = new ArrayList<>();
        List<Waiting> waiting = new ArrayList<>();
        for (Receipt receipt : receipts) {
            receipt.message().notices().forEach(notice -> write(notice.id(), receipt, ended, waiting));
        }
        store.end(ended);
        store.await(waiting);
        List<Address> gone = receipts.stream()
                .filter(receipt -> receipt.answer() instanceof Answer.Gone)
                .map(receipt -> receipt.message().address())
                .toList();
        devices.forget(
                gone.stream().flatMap(address -> device(address).stream()).toList());
        endpoints.switchOff(
                gone.stream().flatMap(address -> endpoint(address).stream()).toList());
    }

    private void write(UUID id, Receipt receipt, List<Ended> ended, List<Waiting> waiting) {
        Answer answer = receipt.answer();
        if (answer instanceof Answer.Taken) {
            ended.add(new Ended(id, State.SENT, null, answer.said()));
        } else if (answer instanceof Answer.Gone) {
            ended.add(new Ended(id, State.CANCELLED, "The address is gone.", answer.said()));
        } else if (answer instanceof Answer.NotNow && !receipt.tried()) {
            waiting.add(new Waiting(id, receipt.again(), false, null, null, null));
        } else if (answer instanceof Answer.NotNow later && receipt.message().attempt() < mostAttempts) {
            waiting.add(new Waiting(id, due(receipt, later), true, null, answer.said(), null));
        } else {
            LOG.warnf(
                    "notification %s is given up after %d attempts",
                    id, receipt.message().attempt());
            ended.add(new Ended(id, State.DEAD, "It was given up.", answer.said()));
        }
    }

    private Instant due(Receipt receipt, Answer.NotNow later) {
        Duration pause = backoff.after(receipt.message().attempt(), chance.nextDouble());
        Duration asked = later.after().orElse(Duration.ZERO);
        Duration longer = asked.compareTo(pause) > 0 ? asked : pause;
        return dates.now().plus(longer.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : longer);
    }

    private static List<UUID> endpoint(Address address) {
        return address instanceof Address.Webhook webhook ? List.of(webhook.endpoint()) : List.of();
    }

    private static List<UUID> device(Address address) {
        if (address instanceof Address.Browser browser) {
            return List.of(browser.device());
        }
        return address instanceof Address.App app ? List.of(app.device()) : List.of();
    }
}
