package io.huikuan.contact;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** A limit on when and how often the supplier contacts a customer (rules 31 and 37). */
@Enum("GuardRail")
@Description("A limit on when and how often the supplier contacts a customer.")
public enum GuardRail {
    @Description("It is a day on which no business is done.")
    DAY_OFF,
    @Description("It is evening, night or early morning at the customer's.")
    QUIET_HOURS,
    @Description("It is the time of the noon meal and rest at the customer's.")
    NOON_REST,
    @Description("The person likes to be called at other hours, or on other days of the week.")
    OWN_HOURS,
    @Description("The person was contacted as often on the day as the supplier allows.")
    DAY_CAP,
    @Description("The person was contacted as often in the week, Monday to Sunday, as the supplier allows.")
    WEEK_CAP,
    @Description("The customer has had an automatic contact a short while ago; only automatic ones are held to this.")
    QUIET_DAYS;

    /** Whether it is about the number of contacts, not about the hour. */
    public boolean isCap() {
        return this == DAY_CAP || this == WEEK_CAP || this == QUIET_DAYS;
    }
}
