package io.huikuan.contact;

import io.huikuan.contact.Taking.Refused;
import io.huikuan.contact.Taking.Taken;
import io.huikuan.contact.data.AutomaticContactStore;
import io.huikuan.contact.data.ContactStandings;
import io.huikuan.contact.data.ContactTurns;
import io.huikuan.contact.domain.ContactGuard;
import io.huikuan.contact.domain.ContactStanding;
import io.huikuan.customer.CustomerLocks;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Contacts that are made without a person's doing: each is weighed against the guard rails and counted in one go, while nobody else counts one with the customer, so that however many are about
 * to be made at once, none passes a cap. Contacts that people logged count too. The customer's row is locked before, since what is sent is seldom sent without a look at its money.
 *
 * <p>A task for a person is no contact: it is weighed when it is handed out, and counted when the person logs the call.
 */
@ApplicationScoped
public class AutomaticContacts {

    private final ContactTurns turns;
    private final ContactStandings standings;
    private final AutomaticContactStore store;
    private final ContactPolicies policies;
    private final CustomerLocks locks;
    private final BusinessDates dates;

    AutomaticContacts(
            ContactTurns turns,
            ContactStandings standings,
            AutomaticContactStore store,
            ContactPolicies policies,
            CustomerLocks locks,
            BusinessDates dates) {
        this.turns = turns;
        this.standings = standings;
        this.store = store;
        this.policies = policies;
        this.locks = locks;
        this.dates = dates;
    }

    /**
     * Takes the contact if it may be made now.
     *
     * @throws IllegalStateException when there is no such customer that the actor sees
     */
    @Transactional(TxType.MANDATORY)
    public Taking take(AutomaticContact contact) {
        return Optional.ofNullable(takeAll(Set.of(contact)).get(contact.customer()))
                .orElseThrow(() -> new IllegalStateException("no such customer: " + contact.customer()));
    }

    /** Takes those of the contacts that may be made now, at most one for each customer; by customers, of which those that the actor does not see are left out. */
    @Transactional(TxType.MANDATORY)
    public Map<UUID, Taking> takeAll(Collection<AutomaticContact> contacts) {
        Map<UUID, AutomaticContact> wanted = byCustomers(contacts);
        turns.take(locks.lockAll(wanted.keySet()).keySet());
        Instant now = dates.now();
        Map<UUID, AutomaticContact> taken = new LinkedHashMap<>();
        Map<UUID, Taking> answers = new LinkedHashMap<>();
        weighed(wanted, now, AutomaticContacts::refusedNow).forEach((customer, refused) -> {
            UUID id = Uuids.next();
            answers.put(customer, refused.isPresent() ? refused.get() : new Taken(id));
            if (refused.isEmpty()) {
                taken.put(id, wanted.get(customer));
            }
        });
        if (!taken.isEmpty()) {
            store.add(taken, now);
        }
        return answers;
    }

    /** What would become of such contacts now, without making any: why not, for those that may not be made. By customers as {@link #takeAll} answers. */
    @Transactional
    public Map<UUID, Optional<Refused>> weigh(Collection<AutomaticContact> contacts) {
        return weighed(byCustomers(contacts), dates.now(), AutomaticContacts::refusedNow);
    }

    /** As {@link #weigh}, for contacts whose hour is still open, such as tasks of the day: what stands against them at each moment that is left of the customer's day. */
    @Transactional
    public Map<UUID, Optional<Refused>> weighToday(Collection<AutomaticContact> contacts) {
        return weighed(byCustomers(contacts), dates.now(), AutomaticContacts::refusedToday);
    }

    /** Whether and why a contact is refused. */
    @FunctionalInterface
    private interface Weighing {
        Optional<Refused> of(ContactGuard guard, ContactChannel channel, Instant at, ContactStanding standing);
    }

    private Map<UUID, Optional<Refused>> weighed(Map<UUID, AutomaticContact> wanted, Instant at, Weighing weighing) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        ContactGuard guard = policies.guard();
        Map<UUID, Optional<UUID>> persons = wanted.values().stream()
                .collect(Collectors.toMap(AutomaticContact::customer, AutomaticContact::person));
        return standings.at(at, persons).values().stream()
                .collect(Collectors.toMap(
                        ContactStanding::customer,
                        standing -> weighing.of(
                                guard, wanted.get(standing.customer()).channel(), at, standing)));
    }

    private static Optional<Refused> refusedNow(
            ContactGuard guard, ContactChannel channel, Instant at, ContactStanding standing) {
        Set<GuardRail> rails = guard.againstAutomatic(channel, at, standing);
        return rails.stream().findFirst().map(rail -> new Refused(rail, guard.next(channel, at, standing, rails)));
    }

    private static Optional<Refused> refusedToday(
            ContactGuard guard, ContactChannel channel, Instant at, ContactStanding standing) {
        return refusedNow(guard, channel, at, standing)
                .filter(refused -> refused.next()
                        .filter(next -> isSameDay(at, next, standing.zone()))
                        .isEmpty());
    }

    private static boolean isSameDay(Instant one, Instant other, ZoneId zone) {
        return LocalDate.ofInstant(one, zone).equals(LocalDate.ofInstant(other, zone));
    }

    private static Map<UUID, AutomaticContact> byCustomers(Collection<AutomaticContact> contacts) {
        return contacts.stream()
                .collect(Collectors.toMap(
                        AutomaticContact::customer, Function.identity(), AutomaticContacts::twice, LinkedHashMap::new));
    }

    private static AutomaticContact twice(AutomaticContact one, AutomaticContact other) {
        throw new IllegalArgumentException("two automatic contacts with customer " + one.customer());
    }
}
