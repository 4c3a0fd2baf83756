package io.huikuan.contact;

import io.huikuan.customer.ContactPersons;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.Receivables;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the fields of a contact record may be. */
@ApplicationScoped
class ContactRules {

    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_RECEIVABLES = 100;
    private static final int DAY_IN_SECONDS = 86_400;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    /** The clock of a telephone may be ahead of ours by this much. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final ContactPersons persons;
    private final Receivables receivables;
    private final BusinessDates dates;
    private final CurrentActor actor;

    ContactRules(ContactPersons persons, Receivables receivables, BusinessDates dates, CurrentActor actor) {
        this.persons = persons;
        this.receivables = receivables;
        this.dates = dates;
        this.actor = actor;
    }

    /** The contact with the customer, as far as nothing was refused. */
    CheckedContact checked(NewContact wish, UUID customer, Refusals refusals) {
        return new CheckedContact(
                customer,
                person(wish.contactPersonId(), customer, refusals),
                documents(wish.receivableIds(), customer, refusals),
                wish.channel(),
                wish.direction(),
                wish.outcome(),
                moment(wish.occurredAt(), refusals),
                refusals.between("durationSeconds", wish.durationSeconds(), 0, DAY_IN_SECONDS),
                refusals.requiredProse("summary", wish.summary(), LONGEST_TEXT),
                refusals.optionalProse("feedback", wish.feedback(), LONGEST_TEXT),
                refusals.optionalProse("nextAction", wish.nextAction(), LONGEST_TEXT),
                next(wish, refusals),
                refusals.optional("outsideReason", wish.outsideReason(), LONGEST_REASON));
    }

    private UUID person(String id, UUID customer, Refusals refusals) {
        if (id == null) {
            return null;
        }
        Optional<UUID> person = NodeId.uuid(NodeKind.CONTACT_PERSON, id)
                .filter(uuid -> persons.find(uuid)
                        .filter(found -> found.customerId().equals(customer))
                        .isPresent());
        if (person.isEmpty()) {
            refusals.add(ErrorCode.NOT_FOUND, "contactPersonId", "There is no such person at this customer.");
        }
        return person.orElse(null);
    }

    private List<UUID> documents(List<String> ids, UUID customer, Refusals refusals) {
        if (ids.size() > MOST_RECEIVABLES) {
            refusals.add(ErrorCode.INVALID_VALUE, "receivableIds", "At most " + MOST_RECEIVABLES + " receivables.");
            return List.of();
        }
        List<Optional<UUID>> wanted =
                ids.stream().map(id -> NodeId.uuid(NodeKind.RECEIVABLE, id)).toList();
        Map<UUID, Receivable> known = ids.isEmpty()
                ? Map.of()
                : receivables.byIds(wanted.stream().flatMap(Optional::stream).toList());
        List<UUID> found = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Optional<UUID> document = wanted.get(i)
                    .filter(id ->
                            known.containsKey(id) && known.get(id).customer().equals(customer));
            if (document.isEmpty()) {
                refusals.add(
                        ErrorCode.NOT_FOUND, "receivableIds." + i, "There is no such receivable of this customer.");
            }
            document.ifPresent(found::add);
        }
        return List.copyOf(Set.copyOf(found));
    }

    private Instant moment(Instant at, Refusals refusals) {
        if (at.isAfter(dates.now().plus(AHEAD))) {
            refusals.add(ErrorCode.DATE_IN_FUTURE, "occurredAt", "The contact is still to come.");
        }
        if (at.isBefore(EARLIEST)) {
            refusals.add(ErrorCode.INVALID_VALUE, "occurredAt", "It must be 1990 or later.");
        }
        return at;
    }

    private LocalDate next(NewContact wish, Refusals refusals) {
        LocalDate on = wish.nextActionOn();
        if (on != null
                && on.isBefore(
                        LocalDate.ofInstant(wish.occurredAt(), actor.get().zone()))) {
            refusals.add(ErrorCode.DATE_ORDER, "nextActionOn", "The next action comes after the contact.");
        }
        if (on != null && on.isAfter(LATEST)) {
            refusals.add(ErrorCode.INVALID_VALUE, "nextActionOn", "It must be before 2200.");
        }
        return on;
    }
}
