package io.huikuan.customer;

import io.huikuan.customer.data.ContactPersonQueries;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.tenant.Users;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the fields of a contact person may be. */
@ApplicationScoped
class ContactPersonRules {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PHONE = 50;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private final Users users;
    private final ContactPersonQueries persons;

    ContactPersonRules(Users users, ContactPersonQueries persons) {
        this.users = users;
        this.persons = persons;
    }

    /**
     * The fields, as far as nothing was refused.
     *
     * @param self the person that is changed; empty for a new one
     */
    CheckedPerson checked(ContactPersonWish wish, UUID customer, Optional<UUID> self, Refusals refusals) {
        LocalTime from = time("preferredFrom", wish.preferredFrom(), refusals);
        LocalTime to = time("preferredTo", wish.preferredTo(), refusals);
        if (from != null && to != null && !from.isBefore(to)) {
            refusals.add(ErrorCode.INVALID_VALUE, "preferredTo", "It must be after preferredFrom.");
        }
        return new CheckedPerson(
                refusals.required("name", wish.name(), LONGEST_NAME),
                refusals.optional("jobTitle", wish.jobTitle(), LONGEST_NAME),
                wish.decisionRole(),
                refusals.between("influence", wish.influence(), 1, 5),
                refusals.optional("phone", wish.phone(), LONGEST_PHONE),
                refusals.email("email", wish.email()),
                from,
                to,
                wish.preferredDays() == null ? null : Set.copyOf(wish.preferredDays()),
                superior(wish.reportsToId(), customer, self, refusals),
                relationshipOwner(wish.relationshipOwnerId(), refusals));
    }

    private static LocalTime time(String path, String text, Refusals refusals) {
        if (text == null) {
            return null;
        }
        if (!TIME.matcher(text).matches()) {
            refusals.add(ErrorCode.INVALID_VALUE, path, "A time reads HH:mm, 00:00 to 23:59.");
            return null;
        }
        return LocalTime.parse(text);
    }

    private UUID superior(String id, UUID customer, Optional<UUID> self, Refusals refusals) {
        if (id == null) {
            return null;
        }
        Optional<UUID> superior = NodeId.uuid(NodeKind.CONTACT_PERSON, id)
                .filter(person ->
                        persons.customerOf(person).filter(customer::equals).isPresent());
        if (superior.isEmpty()) {
            refusals.add(ErrorCode.NOT_FOUND, "reportsToId", "There is no such person at this customer.");
        } else if (self.isPresent() && persons.reportsTo(superior.get(), self.get())) {
            refusals.add(ErrorCode.INVALID_VALUE, "reportsToId", "Nobody reports to himself, over others neither.");
        }
        return superior.orElse(null);
    }

    private UUID relationshipOwner(String id, Refusals refusals) {
        if (id == null) {
            return null;
        }
        Optional<UUID> owner = NodeId.uuid(NodeKind.USER, id).filter(users::isStaff);
        if (owner.isEmpty()) {
            refusals.add(ErrorCode.NOT_FOUND, "relationshipOwnerId", "There is no such person of ours.");
        }
        return owner.orElse(null);
    }
}
