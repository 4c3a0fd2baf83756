package io.huikuan.customer;

import java.time.DayOfWeek;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** A day of the week. */
@Enum("Weekday")
@Description("A day of the week.")
public enum Weekday {
    @Description("The first day of the week.")
    MONDAY,
    @Description("The second day of the week.")
    TUESDAY,
    @Description("The third day of the week.")
    WEDNESDAY,
    @Description("The fourth day of the week.")
    THURSDAY,
    @Description("The fifth day of the week.")
    FRIDAY,
    @Description("The sixth day of the week.")
    SATURDAY,
    @Description("The seventh day of the week.")
    SUNDAY;

    /** The same day as dates know it. */
    public DayOfWeek day() {
        return DayOfWeek.valueOf(name());
    }
}
