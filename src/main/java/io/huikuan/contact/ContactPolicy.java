package io.huikuan.contact;

import io.smallrye.graphql.api.DefaultNonNull;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;

/**
 * When and how often a tenant lets its customers be contacted (rule 31). Times of the day read HH:mm and are those of the customer's time zone. Nobody, an
 * ADMIN neither, decides below the floors that stand here; the table holds them too.
 */
@DefaultNonNull
@Description(
        "When and how often customers may be contacted. Times of the day read HH:mm in the customer's time zone. An administrator may change them; the floors hold for everybody.")
public record ContactPolicy(
        @Description("The version to give back when changing the policy; 0: nobody has changed it yet.")
        int version,

        @Description("The best time of the day for a call or a visit.")
        String bestAt,

        @Description("When the noon rest begins; 12:00 at the latest.")
        String noonFrom,

        @Description("When the noon rest is over; 13:30 at the earliest.")
        String noonTo,

        @Description("When the quiet hours of the evening begin; 21:00 at the latest.")
        String quietFrom,

        @Description("When the quiet hours are over in the morning; 08:00 at the earliest.")
        String quietTo,

        @Description("How often a person may be contacted on a day; 3 at most.")
        int perDay,

        @Description("How often a person may be contacted in a week, Monday to Sunday; 10 at most.")
        int perWeek,

        @Description("How many whole days lie between two automatic contacts with a customer; 1 at least.")
        int quietDays) {

    /** The noon rest begins at this time at the latest, whatever a tenant decides. */
    public static final String LATEST_NOON_FROM = "12:00";

    /** The noon rest is over at this time at the earliest. */
    public static final String EARLIEST_NOON_TO = "13:30";

    /** The quiet hours begin at this time at the latest. */
    public static final String LATEST_QUIET_FROM = "21:00";

    /** The quiet hours are over at this time at the earliest. */
    public static final String EARLIEST_QUIET_TO = "08:00";

    /** No person is contacted more often on a day without a reason. */
    public static final int MOST_PER_DAY = 3;

    /** No person is contacted more often in a week without a reason. */
    public static final int MOST_PER_WEEK = 10;

    /** At least so many days lie between two automatic contacts. */
    public static final int FEWEST_QUIET_DAYS = 1;

    /** What rules until a tenant decides: the windows of rule 31, twice a day and five times a week, two days between automatic contacts. */
    public static final ContactPolicy DEFAULT =
            new ContactPolicy(0, "15:30", "11:45", "14:00", "20:00", "09:00", 2, 5, 2);

    /** The same policy as another version. */
    ContactPolicy withVersion(int another) {
        return new ContactPolicy(another, bestAt, noonFrom, noonTo, quietFrom, quietTo, perDay, perWeek, quietDays);
    }

    /** What became of the policy before, the old and the new of what differs. */
    String changesFrom(ContactPolicy before) {
        return "contactPolicy " + version + ": "
                + Stream.of(
                                change("bestAt", before.bestAt, bestAt),
                                change("noonFrom", before.noonFrom, noonFrom),
                                change("noonTo", before.noonTo, noonTo),
                                change("quietFrom", before.quietFrom, quietFrom),
                                change("quietTo", before.quietTo, quietTo),
                                change("perDay", before.perDay, perDay),
                                change("perWeek", before.perWeek, perWeek),
                                change("quietDays", before.quietDays, quietDays))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "));
    }

    private static Optional<String> change(String name, Object before, Object after) {
        return before.equals(after) ? Optional.empty() : Optional.of(name + " " + before + " > " + after);
    }
}
