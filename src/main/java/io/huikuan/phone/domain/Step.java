package io.huikuan.phone.domain;

import io.huikuan.phone.ThingKind;
import java.util.List;

/** The parts of a round, in order. A round from nothing has only the things; one from a horizon has all that is needed of each. */
public enum Step {
    /** Customers that the phone must forget. */
    GONE(null),
    CUSTOMERS(ThingKind.CUSTOMER),
    CONTACT_PERSONS(ThingKind.CONTACT_PERSON),
    RECEIVABLES(ThingKind.RECEIVABLE),
    PAYMENT_PLANS(ThingKind.PAYMENT_PLAN),
    PAYMENTS(ThingKind.PAYMENT),
    PAYMENT_ANNOUNCEMENTS(ThingKind.PAYMENT_ANNOUNCEMENT),
    PROMISES(ThingKind.PROMISE),
    DISPUTES(ThingKind.DISPUTE),
    SELL_THROUGHS(ThingKind.SELL_THROUGH),
    ALERTS(ThingKind.ALERT),
    CONTACT_RECORDS(ThingKind.CONTACT_RECORD),
    /** Alerts that were given to users who may do other things now. */
    ALERTS_OF_USERS(null),
    /** Single things that were touched. */
    TOUCHED(null),
    /** Nothing is left of the round. */
    OVER(null);

    private static final List<Step> ORDER = List.of(values());

    private final ThingKind kind;

    Step(ThingKind kind) {
        this.kind = kind;
    }

    /** Whether it is about all things of a kind, of all or of some customers. */
    public boolean isWhole() {
        return kind != null;
    }

    /** The kind of things that it is about. */
    public ThingKind kind() {
        if (kind == null) {
            throw new IllegalStateException(this + " is about no kind");
        }
        return kind;
    }

    /** The next one. */
    public Step next() {
        return ORDER.get(ORDER.indexOf(this) + 1);
    }
}
