package io.huikuan.contact;

import io.huikuan.contact.data.ContactStandings;
import io.huikuan.contact.domain.ContactGuard;
import io.huikuan.contact.domain.ContactStanding;
import io.huikuan.customer.ContactPersons;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells a person, before the call, whether it is the hour for it. */
@ApplicationScoped
@Transactional
public class ContactAdvisor {

    private final ContactStandings standings;
    private final ContactPolicies policies;
    private final ContactPersons persons;
    private final BusinessDates dates;

    ContactAdvisor(ContactStandings standings, ContactPolicies policies, ContactPersons persons, BusinessDates dates) {
        this.standings = standings;
        this.policies = policies;
        this.persons = persons;
        this.dates = dates;
    }

    /** About contacting a person at a customer (null: nobody in particular) now; empty when there is no such customer or person that the actor sees. */
    public Optional<ContactAdvice> about(String customerId, String personIdOrNull, ContactChannel channel) {
        Optional<UUID> customer = NodeId.uuid(NodeKind.CUSTOMER, customerId);
        Optional<UUID> person =
                NodeId.uuid(NodeKind.CONTACT_PERSON, personIdOrNull).filter(id -> isAt(customer, id));
        if (customer.isEmpty() || (personIdOrNull != null && person.isEmpty())) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                about(Map.of(customer.get(), person), channel).get(customer.get()));
    }

    /** The same about many customers that the actor sees, each with whom there, empty for nobody in particular. */
    public Map<UUID, ContactAdvice> about(Map<UUID, Optional<UUID>> persons, ContactChannel channel) {
        Instant now = dates.now();
        ContactGuard guard = policies.guard();
        return standings.at(now, persons).values().stream()
                .collect(
                        Collectors.toMap(ContactStanding::customer, standing -> advice(guard, channel, now, standing)));
    }

    private boolean isAt(Optional<UUID> customer, UUID person) {
        return persons.find(person)
                .map(found -> Optional.of(found.customerId()).equals(customer))
                .orElse(false);
    }

    private static ContactAdvice advice(
            ContactGuard guard, ContactChannel channel, Instant now, ContactStanding standing) {
        Set<GuardRail> rails = guard.against(channel, now, standing);
        return new ContactAdvice(
                List.copyOf(rails),
                guard.next(channel, now, standing, rails).orElse(null),
                guard.best(channel, now, standing, rails).orElse(null),
                standing.today(),
                standing.thisWeek(),
                standing.zone().getId());
    }
}
