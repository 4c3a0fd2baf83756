package io.huikuan.notification;

import io.huikuan.alert.AlertCauses;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.text.Language;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.notification.channel.Address;
import io.huikuan.notification.channel.Address.LogOfService;
import io.huikuan.notification.channel.Address.Mailbox;
import io.huikuan.notification.channel.Channels;
import io.huikuan.notification.channel.Message;
import io.huikuan.notification.channel.Notice;
import io.huikuan.notification.channel.NotificationChannel;
import io.huikuan.notification.data.AddressStore;
import io.huikuan.notification.data.AddressStore.Target;
import io.huikuan.notification.data.OutboxStore;
import io.huikuan.notification.data.OutboxStore.Ended;
import io.huikuan.notification.data.OutboxStore.Leased;
import io.huikuan.notification.data.OutboxStore.Waiting;
import io.huikuan.notification.data.RecipientStore;
import io.huikuan.notification.data.RecipientStore.Recipient;
import io.huikuan.notification.domain.DigestTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes what is due out of the outbox, in one transaction: leases it, ends what nobody needs to be told any more, puts off what must wait for its hour, and makes messages
 * of the rest. Everything is judged at this moment, not as it was when the alert was raised: the cause, the recipient's right to see the customer, his wishes, the address.
 */
@ApplicationScoped
class Round {

    /** How many are leased at once. */
    static final int MOST = 200;

    private static final Duration NOT_SET_UP = Duration.ofMinutes(10);

    /** A promise is kept or broken, and a dispute decided, at any time; whoever owes need not hear of it within the hour. */
    private static final Duration HELD = Duration.ofHours(4);

    private final OutboxStore store;
    private final RecipientStore recipients;
    private final AddressStore addresses;
    private final AlertCauses causes;
    private final Channels channels;
    private final NotificationConfig config;
    private final CurrentActor actor;
    private final BusinessDates dates;

    Round(
            OutboxStore store,
            RecipientStore recipients,
            AddressStore addresses,
            AlertCauses causes,
            Channels channels,
            NotificationConfig config,
            CurrentActor actor,
            BusinessDates dates) {
        this.store = store;
        this.recipients = recipients;
        this.addresses = addresses;
        this.causes = causes;
        this.channels = channels;
        this.config = config;
        this.actor = actor;
        this.dates = dates;
    }

    /** What is to be sent, and how many were leased. */
    record Due(int leased, List<Message> messages) {

        /** Whether there may be more. */
        boolean mayHaveMore() {
            return leased == MOST;
        }
    }

    /** What is known at this moment. */
    private record Knowledge(
            Instant now,
            Map<UUID, AlertCauses.Now> alerts,
            Map<UUID, Recipient> recipients,
            Map<UUID, Target> targets) {}

    /** Leases and judges; nothing that goes to these targets or by these channels. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Due take(Set<UUID> notTo, Set<Channel> notBy) {
        List<Leased> leased = store.lease(MOST, config.lease(), notTo, notBy);
        if (leased.isEmpty()) {
            return new Due(0, List.of());
        }
        Knowledge known = new Knowledge(
                dates.now(),
                causes.now(leased.stream().map(Leased::alert).distinct().toList()),
                recipients.of(leased.stream().map(Leased::id).toList()),
                addresses.of(leased.stream()
                        .flatMap(row -> row.target().stream())
                        .distinct()
                        .toList()));
        List<Ended> ended = new ArrayList<>();
        List<Waiting> waiting = new ArrayList<>();
        Map<Group, List<Leased>> due = new LinkedHashMap<>();
        for (Leased row : leased) {
            Optional<Ended> end = end(row, known);
            Optional<Waiting> wait = end.isPresent() ? Optional.empty() : wait(row, known);
            end.ifPresent(ended::add);
            wait.ifPresent(waiting::add);
            if (end.isEmpty() && wait.isEmpty()) {
                due.computeIfAbsent(groupOf(row), any -> new ArrayList<>()).add(row);
            }
        }
        store.end(ended);
        store.await(waiting);
        List<Message> messages = new ArrayList<>();
        due.values().forEach(rows -> messages.addAll(messages(rows, known)));
        return new Due(leased.size(), messages);
    }

    private Optional<Ended> end(Leased row, Knowledge known) {
        AlertCauses.Now alert = known.alerts().get(row.alert());
        Recipient recipient = known.recipients().get(row.id());
        boolean noAddress = row.target().isPresent()
                && !known.targets().containsKey(row.target().get());
        boolean noMailbox = row.channel() == Channel.EMAIL && recipient.email().isEmpty();
        if (alert.occurrence() != row.occurrence()) {
            return cancelled(row, "The alert was raised again since.");
        }
        if (!alert.stands()) {
            return cancelled(row, "The cause was gone before it was sent.");
        }
        if (!recipient.maySee()) {
            return cancelled(row, "The recipient may no longer see the customer.");
        }
        if (noAddress || noMailbox) {
            return cancelled(row, "The address is gone.");
        }
        return row.attempt() > config.mostAttempts()
                ? Optional.of(new Ended(row.id(), Ended.State.DEAD, "No attempt came to an end.", null))
                : Optional.empty();
    }

    private static Optional<Ended> cancelled(Leased row, String reason) {
        return Optional.of(new Ended(row.id(), Ended.State.CANCELLED, reason, null));
    }

    private Optional<Waiting> wait(Leased row, Knowledge known) {
        Recipient recipient = known.recipients().get(row.id());
        boolean unreadable = row.target()
                .map(known.targets()::get)
                .filter(target -> target.address().isEmpty())
                .isPresent();
        if (unreadable || !channels.of(row.channel()).isSetUp()) {
            return Optional.of(later(row, known.now().plus(NOT_SET_UP), "The channel is not set up on this node."));
        }
        if (recipient.held()) {
            return Optional.of(later(row, known.now().plus(HELD), "It waits: what is overdue is held from dunning."));
        }
        if (row.digestOn().isPresent()) {
            return Optional.empty();
        }
        if (recipient.digest() && row.channel() == Channel.EMAIL) {
            DigestTime.Next next = recipient.digestTime().after(known.now());
            return Optional.of(new Waiting(row.id(), next.at(), false, "It waits for the digest.", null, next.day()));
        }
        boolean heardByPeople = row.channel() != Channel.LOG && row.channel() != Channel.WEBHOOK;
        return heardByPeople
                ? recipient
                        .quiet()
                        .endOf(known.now())
                        .map(end -> later(row, end, "It waits for the quiet hours to end."))
                : Optional.empty();
    }

    private static Waiting later(Leased row, Instant due, String remark) {
        return new Waiting(row.id(), due, false, remark, null, null);
    }

    /** What may go out as one message, as far as the channel carries that many. */
    private record Group(Channel channel, Object to, Object day) {}

    private static Group groupOf(Leased row) {
        Object to = row.target()
                .map(Object.class::cast)
                .orElseGet(() -> row.recipient().map(Object.class::cast).orElse(""));
        return new Group(
                row.channel(), to, row.digestOn().map(Object.class::cast).orElse(""));
    }

    private List<Message> messages(List<Leased> rows, Knowledge known) {
        NotificationChannel channel = channels.of(rows.get(0).channel());
        boolean digest = rows.get(0).digestOn().isPresent();
        int most = digest ? rows.size() : channel.mostNotices();
        List<Message> messages = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += most) {
            messages.add(message(rows.subList(from, Math.min(rows.size(), from + most)), digest, known));
        }
        return messages;
    }

    private Message message(Collection<Leased> rows, boolean digest, Knowledge known) {
        Leased first = rows.iterator().next();
        Recipient recipient = known.recipients().get(first.id());
        Optional<Target> target = first.target().map(known.targets()::get);
        Language language = target.flatMap(Target::language).orElse(recipient.language());
        return new Message(
                actor.get().tenant(),
                first.id(),
                target.flatMap(Target::address).orElseGet(() -> address(first, recipient)),
                language,
                rows.stream().map(row -> notice(row, known, language)).toList(),
                digest,
                first.attempt());
    }

    private static Address address(Leased row, Recipient recipient) {
        return row.channel() == Channel.EMAIL
                ? new Mailbox(recipient.email().orElseThrow(), recipient.name())
                : new LogOfService();
    }

    private static Notice notice(Leased row, Knowledge known, Language language) {
        AlertCauses.Now alert = known.alerts().get(row.alert());
        return new Notice(
                row.id(),
                row.alert(),
                row.occurrence(),
                alert.raisedAt(),
                alert.type(),
                alert.severity(),
                alert.customer(),
                alert.customerName(),
                row.recipient(),
                alert.title().in(language, known.recipients().get(row.id()).asked()));
    }
}
