package io.huikuan.partner;

import io.huikuan.customer.ContactPersons;
import io.huikuan.customer.OwnPersonWish;
import io.huikuan.customer.OwnPersons;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.identity.CurrentActor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The contact persons of the partner who is asking, as far as they are its own to speak of. */
@ApplicationScoped
@Transactional
public class PartnerContacts {

    private final ContactPersons persons;
    private final OwnPersons own;
    private final CurrentActor actor;

    PartnerContacts(ContactPersons persons, OwnPersons own, CurrentActor actor) {
        this.persons = persons;
        this.own = own;
        this.actor = actor;
    }

    /** The persons by name; those erased are left out. */
    public List<MyContactPerson> all() {
        UUID customer = customer();
        return persons.byCustomers(Set.of(customer)).get(customer).stream()
                .filter(person -> person.erasedAt() == null)
                .map(MyContactPerson::of)
                .toList();
    }

    /** Enters a person, or changes one. */
    public Outcome<MyContactPerson> save(OwnPersonWish wish) {
        return own.save(customer(), wish).map(MyContactPerson::of);
    }

    private UUID customer() {
        return actor.get().customer().orElseThrow();
    }
}
