package io.huikuan.escalation;

import io.huikuan.escalation.data.EscalationStore;
import io.huikuan.escalation.data.PeopleReads;
import io.huikuan.escalation.data.PeopleReads.Colleague;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Who takes part in a case, and the visit of our own leader. Every use case locks the customer first and is safe to repeat with its client key. */
@ApplicationScoped
@Transactional
public class EscalationPeople {

    private static final int LONGEST_NOTE = 500;
    private static final int MOST_DAYS_AHEAD = 366;

    private final LockedCases cases;
    private final EscalationStore store;
    private final PeopleReads people;
    private final Escalations escalations;
    private final Chronicle chronicle;
    private final ClientKeys clientKeys;
    private final BusinessDates dates;

    EscalationPeople(
            LockedCases cases,
            EscalationStore store,
            PeopleReads people,
            Escalations escalations,
            Chronicle chronicle,
            ClientKeys clientKeys,
            BusinessDates dates) {
        this.cases = cases;
        this.store = store;
        this.people = people;
        this.escalations = escalations;
        this.chronicle = chronicle;
        this.clientKeys = clientKeys;
        this.dates = dates;
    }

    /** Puts other participants in the place of those who were. */
    public Outcome<Escalation> change(ChangeEscalationParticipants wish) {
        Seen seen = new Seen(wish.id(), wish.version());
        return once(new Wish("changeEscalationParticipants", wish.clientKey(), wish), seen, escalation -> {
            Refusals refusals = new Refusals();
            UUID lead = colleague(refusals, "leadId", wish.leadId(), escalation, false);
            UUID second = colleague(refusals, "secondVoiceId", wish.secondVoiceId(), escalation, false);
            UUID manager = colleague(refusals, "managerId", wish.managerId(), escalation, true);
            if (refusals.any()) {
                return refusals.outcome();
            }
            store.participants(escalation.uuid(), lead, second, manager);
            chronicle.note(Chronicle.Of.of(escalation), EscalationEventKind.PARTICIPANTS_CHANGED, null);
            return Outcome.done(escalation);
        });
    }

    /** The person with this global id; null when none is named, or when it was refused. */
    private UUID colleague(Refusals refusals, String field, String idOrNull, Escalation escalation, boolean leader) {
        if (idOrNull == null) {
            return null;
        }
        Optional<UUID> id = NodeId.uuid(NodeKind.USER, idOrNull);
        Map<UUID, Colleague> known =
                people.colleagues(escalation.customer(), id.map(Set::of).orElse(Set.of()));
        Optional<Colleague> found = id.map(known::get);
        if (found.isEmpty()) {
            refusals.add(ErrorCode.NOT_FOUND, field, "There is no such person.");
            return null;
        }
        refusals.unless(
                found.get().sees(), ErrorCode.ASSIGNEE_OUT_OF_SCOPE, field, "The person may not see the customer.");
        refusals.unless(
                !leader || found.get().leads(),
                ErrorCode.INVALID_VALUE,
                field,
                "The person is neither MANAGER nor ADMIN.");
        return id.get();
    }

    /** Plans a visit by our own leader, in the place of the one that was planned. */
    public Outcome<Escalation> planVisit(PlanLeaderVisit wish) {
        Seen seen = new Seen(wish.id(), wish.version());
        return once(new Wish("planLeaderVisit", wish.clientKey(), wish), seen, escalation -> {
            Refusals refusals = new Refusals();
            UUID visitor = colleague(refusals, "visitorId", wish.visitorId(), escalation, true);
            String note = refusals.optional("note", wish.note(), LONGEST_NOTE);
            refusals.unless(
                    !wish.on().isBefore(dates.today()),
                    ErrorCode.DATE_IN_PAST,
                    "on",
                    "The day is before the business date.");
            refusals.unless(
                    !wish.on().isAfter(dates.today().plusDays(MOST_DAYS_AHEAD)),
                    ErrorCode.INVALID_VALUE,
                    "on",
                    "A visit is planned for at most a year ahead.");
            if (refusals.any()) {
                return refusals.outcome();
            }
            store.visit(escalation.uuid(), visitor, wish.on());
            String told = note == null ? wish.on().toString() : wish.on() + ": " + note;
            chronicle.note(Chronicle.Of.of(escalation), EscalationEventKind.VISIT_PLANNED, told);
            return Outcome.done(escalation);
        });
    }

    /** Writes down that the planned visit was made. */
    public Outcome<Escalation> recordVisit(RecordLeaderVisit wish) {
        Seen seen = new Seen(wish.id(), wish.version());
        return once(new Wish("recordLeaderVisit", wish.clientKey(), wish), seen, escalation -> {
            Optional<UUID> record = NodeId.uuid(NodeKind.CONTACT_RECORD, wish.contactRecordId())
                    .filter(id -> people.isVisit(id, escalation.customer(), escalation.openedAt()));
            if (record.isEmpty()) {
                return Outcome.refused(
                        ErrorCode.NOT_FOUND,
                        "contactRecordId",
                        "There is no such record of a visit or meeting with the customer since the case was opened.");
            }
            if (escalation.visitOn() == null) {
                return Outcome.refused(ErrorCode.INVALID_STATUS, "id", "No visit is planned.");
            }
            store.visit(escalation.uuid(), null, null);
            chronicle.visit(Chronicle.Of.of(escalation), record.get());
            return Outcome.done(escalation);
        });
    }

    /** Which case, and the version of it that was seen. */
    private record Seen(String id, int version) {}

    private Outcome<Escalation> once(Wish wish, Seen seen, Function<Escalation, Outcome<Escalation>> work) {
        return clientKeys.once(
                wish,
                () -> cases.open(seen.id(), seen.version())
                        .flatMap(work)
                        .map(changed -> escalations.find(changed.uuid()).orElseThrow()),
                Escalation::uuid,
                escalations::find);
    }
}
