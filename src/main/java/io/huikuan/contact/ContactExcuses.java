package io.huikuan.contact;

import io.huikuan.contact.data.ContactStandings;
import io.huikuan.contact.data.ContactTurns;
import io.huikuan.contact.domain.ContactGuard;
import io.huikuan.contact.domain.ContactStanding;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which guard rails a contact passes that a person enters, and whether the person says why. What a customer does passes none. A contact is judged as of when it was, by the policy and
 * calendar in force when it is entered, so that one that is entered late is judged like the others; with a reason it is always kept.
 */
@ApplicationScoped
class ContactExcuses {

    private final ContactTurns turns;
    private final ContactStandings standings;
    private final ContactPolicies policies;

    ContactExcuses(ContactTurns turns, ContactStandings standings, ContactPolicies policies) {
        this.turns = turns;
        this.standings = standings;
        this.policies = policies;
    }

    /**
     * The rails that the contact passes; each is a refusal when no reason is given. Until the transaction ends nobody else counts a contact that we made with the customer, so that two at the
     * same moment cannot both be the last that is allowed.
     */
    Set<GuardRail> passed(CheckedContact contact, Refusals refusals) {
        if (contact.direction() == Direction.INBOUND) {
            return Set.of();
        }
        turns.take(Set.of(contact.customer()));
        ContactPolicy policy = policies.policy();
        ContactStanding standing = standings
                .at(contact.occurredAt(), Map.of(contact.customer(), Optional.ofNullable(contact.contactPerson())))
                .get(contact.customer());
        Set<GuardRail> rails = new ContactGuard(policy, policies.calendar())
                .against(contact.channel(), contact.occurredAt(), standing);
        if (contact.outsideReason() == null) {
            rails.forEach(rail -> refusals.add(
                    rail.isCap() ? ErrorCode.CONTACT_CAP : ErrorCode.OUTSIDE_CONTACT_HOURS,
                    "outsideReason",
                    words(rail, policy) + " Say why it had to be."));
        }
        return rails;
    }

    private static String words(GuardRail rail, ContactPolicy policy) {
        return switch (rail) {
            case DAY_OFF -> "It was no business day.";
            case QUIET_HOURS ->
                "At the customer's it is quiet from " + policy.quietFrom() + " to " + policy.quietTo() + ".";
            case NOON_REST -> "The customer's noon rest is from " + policy.noonFrom() + " to " + policy.noonTo() + ".";
            case OWN_HOURS -> "The person likes to be called at other hours or on other days.";
            case DAY_CAP -> "On a day a person is contacted at most " + policy.perDay() + " times.";
            case WEEK_CAP -> "In a week a person is contacted at most " + policy.perWeek() + " times.";
            case QUIET_DAYS -> "The customer has had an automatic contact a short while ago.";
        };
    }
}
