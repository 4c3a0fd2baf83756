package io.huikuan.contact;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import java.util.regex.Pattern;

/** What a contact policy may be. Times of the day are compared as texts: HH:mm sorts as the day goes. */
final class ContactPolicyRules {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final int MOST_QUIET_DAYS = 60;

    private final Refusals refusals;

    ContactPolicyRules(Refusals refusals) {
        this.refusals = refusals;
    }

    /** The policy after the change, as far as nothing was refused. */
    ContactPolicy applied(ChangeContactPolicy wish, ContactPolicy before) {
        ContactPolicy wanted = new ContactPolicy(
                before.version(),
                time("bestAt", wish.bestAt(), before.bestAt()),
                notAfter("noonFrom", wish.noonFrom(), before.noonFrom(), ContactPolicy.LATEST_NOON_FROM),
                notBefore("noonTo", wish.noonTo(), before.noonTo(), ContactPolicy.EARLIEST_NOON_TO),
                notAfter("quietFrom", wish.quietFrom(), before.quietFrom(), ContactPolicy.LATEST_QUIET_FROM),
                notBefore("quietTo", wish.quietTo(), before.quietTo(), ContactPolicy.EARLIEST_QUIET_TO),
                atMost("perDay", wish.perDay(), before.perDay(), ContactPolicy.MOST_PER_DAY),
                atMost("perWeek", wish.perWeek(), before.perWeek(), ContactPolicy.MOST_PER_WEEK),
                quietDays(wish.quietDays(), before.quietDays()));
        if (!refusals.any()) {
            checkTogether(wanted);
        }
        return wanted;
    }

    private void checkTogether(ContactPolicy wanted) {
        boolean resting = isIn(wanted.bestAt(), wanted.noonFrom(), wanted.noonTo());
        boolean awake = isIn(wanted.bestAt(), wanted.quietTo(), wanted.quietFrom());
        refusals.unless(
                awake && !resting,
                ErrorCode.INVALID_VALUE,
                "bestAt",
                "The best time must lie in the hours that the quiet hours and the noon rest leave.");
        refusals.unless(
                wanted.perDay() <= wanted.perWeek(),
                ErrorCode.INVALID_VALUE,
                "perWeek",
                "In a week there cannot be fewer contacts than on a day.");
    }

    private static boolean isIn(String time, String from, String to) {
        return from.compareTo(time) <= 0 && time.compareTo(to) < 0;
    }

    private String time(String path, String wished, String before) {
        if (wished == null) {
            return before;
        }
        if (!TIME.matcher(wished).matches()) {
            refusals.add(ErrorCode.INVALID_VALUE, path, "A time reads HH:mm, 00:00 to 23:59.");
            return before;
        }
        return wished;
    }

    private String notAfter(String path, String wished, String before, String latest) {
        String time = time(path, wished, before);
        refusals.unless(
                time.compareTo(latest) <= 0, ErrorCode.BELOW_FLOOR, path, "It is " + latest + " at the latest.");
        return time;
    }

    private String notBefore(String path, String wished, String before, String earliest) {
        String time = time(path, wished, before);
        refusals.unless(
                time.compareTo(earliest) >= 0, ErrorCode.BELOW_FLOOR, path, "It is " + earliest + " at the earliest.");
        return time;
    }

    private int atMost(String path, Integer wished, int before, int most) {
        if (wished == null) {
            return before;
        }
        refusals.unless(wished >= 1, ErrorCode.INVALID_VALUE, path, "It must be 1 to " + most + ".");
        refusals.unless(wished <= most, ErrorCode.BELOW_FLOOR, path, "It is " + most + " at most.");
        return wished;
    }

    private int quietDays(Integer wished, int before) {
        if (wished == null) {
            return before;
        }
        refusals.unless(
                wished >= ContactPolicy.FEWEST_QUIET_DAYS,
                ErrorCode.BELOW_FLOOR,
                "quietDays",
                "It is " + ContactPolicy.FEWEST_QUIET_DAYS + " at least.");
        refusals.unless(
                wished <= MOST_QUIET_DAYS,
                ErrorCode.INVALID_VALUE,
                "quietDays",
                "It is " + MOST_QUIET_DAYS + " at most.");
        return wished;
    }
}
