package io.huikuan.customer;

import io.huikuan.customer.data.ContactPersonBulk;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Takes contact persons from other systems, many with the same few statements, known by their customer and the number that they have there. Runs
 * within the caller's transaction, which has locked the customers. Nobody who was erased comes back.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ContactPersonIntake {

    private final ContactPersonBulk persons;

    ContactPersonIntake(ContactPersonBulk persons) {
        this.persons = persons;
    }

    /** Enters new ones; refused with DUPLICATE_CODE when a key was taken meanwhile. */
    public Outcome<List<SourcedPerson>> enter(List<SourcedPerson> wanted) {
        return persons.insert(wanted) == wanted.size()
                ? Outcome.done(wanted)
                : Outcome.refused(
                        ErrorCode.DUPLICATE_CODE, "source_key", "Another person of the customer has this key.");
    }

    /** Puts known ones into the given form; whom they report to stays. */
    public void replace(List<SourcedPerson> known) {
        persons.update(known);
    }

    /** Says whom persons report to, null for nobody; both are of one customer. */
    public void report(Map<UUID, UUID> superiors) {
        persons.updateSuperiors(superiors);
    }

    /** Those of the persons who report to themselves, over others too: nobody may, so the caller takes all back. */
    public Set<UUID> inCircles(Set<UUID> those) {
        return persons.inCircles(those);
    }
}
