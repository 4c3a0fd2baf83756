package io.huikuan.contact.domain;

import io.huikuan.contact.ContactChannel;
import io.huikuan.contact.ContactPolicy;
import io.huikuan.contact.GuardRail;
import io.huikuan.tenant.domain.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.function.Function;

/**
 * At which moments a customer may be contacted (rule 31), by the minute: a window that ends at 11:45 holds 11:44:59 and not 11:45:00.
 *
 * <p>What disturbs whoever it reaches (calls, visits, meetings, text and chat messages) keeps off the noon rest, the quiet hours and days off. An e-mail waits until it is read and
 * keeps off quiet hours and days off alone. A letter comes with the post: no window binds it.
 *
 * <p>A person's own hours and days are about what disturbs. As the word of the customer's own user they take the windows' place, on weekends too but never on holidays; the noon rest stays
 * closed unless they begin or end in it, since nobody who says 9 to 18 invites calls at table. As the supplier's note they only narrow the windows. Where nothing would be left they do
 * nothing.
 */
public final class ContactWindows {

    /** A holiday week has at most nine days; whoever cannot be reached within two months cannot be reached by waiting. */
    private static final int MOST_DAYS = 60;

    private final BusinessCalendar calendar;
    private final LocalTime best;
    private final int noonFrom;
    private final int noonTo;
    private final int quietFrom;
    private final int quietTo;

    public ContactWindows(ContactPolicy policy, BusinessCalendar calendar) {
        this.calendar = calendar;
        this.best = LocalTime.parse(policy.bestAt());
        this.noonFrom = minute(policy.noonFrom());
        this.noonTo = minute(policy.noonTo());
        this.quietFrom = minute(policy.quietFrom());
        this.quietTo = minute(policy.quietTo());
    }

    private static int minute(String time) {
        return Spans.minute(LocalTime.parse(time));
    }

    private enum Kind {
        DISTURBS,
        WAITS,
        POSTED
    }

    private static Kind kind(ContactChannel channel) {
        return switch (channel) {
            case PHONE, VISIT, WECHAT, SMS, MEETING, OTHER -> Kind.DISTURBS;
            case EMAIL -> Kind.WAITS;
            case LETTER -> Kind.POSTED;
        };
    }

    /** What stands against a contact at the moment; empty when it may be made. */
    public Optional<GuardRail> against(ContactChannel channel, Instant at, ZoneId zone, OwnHours own) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate day = local.toLocalDate();
        if (spans(channel, day, own).contains(local.toLocalTime())) {
            return Optional.empty();
        }
        int minute = Spans.minute(local.toLocalTime());
        if (!isOpen(day, kind(channel) == Kind.DISTURBS ? own : OwnHours.NONE)) {
            return Optional.of(calendar.isBusinessDay(day) ? GuardRail.OWN_HOURS : GuardRail.DAY_OFF);
        }
        if (minute < quietTo || minute >= quietFrom) {
            return Optional.of(GuardRail.QUIET_HOURS);
        }
        return Optional.of(noonFrom <= minute && minute < noonTo ? GuardRail.NOON_REST : GuardRail.OWN_HOURS);
    }

    /** The first moment, from the given one on, at which a contact may be made; empty when there is none within two months. */
    public Optional<Instant> next(ContactChannel channel, Instant from, ZoneId zone, OwnHours own) {
        return find(from, zone, Spans::atOrAfter, day -> spans(channel, day, own));
    }

    /** The best moment of the first day, from the given moment on, on which a contact may be made: at the best time or the first that is open after it, else the first that is open. */
    public Optional<Instant> best(ContactChannel channel, Instant from, ZoneId zone, OwnHours own) {
        return find(from, zone, (spans, earliest) -> spans.best(best, earliest), day -> spans(channel, day, own));
    }

    @FunctionalInterface
    private interface Choice {
        Optional<LocalTime> of(Spans spans, LocalTime earliest);
    }

    private static Optional<Instant> find(Instant from, ZoneId zone, Choice choice, Function<LocalDate, Spans> spans) {
        ZonedDateTime local = from.atZone(zone);
        LocalDate today = local.toLocalDate();
        for (LocalDate day = today; day.isBefore(today.plusDays(MOST_DAYS)); day = day.plusDays(1)) {
            LocalTime earliest = day.equals(today) ? local.toLocalTime() : LocalTime.MIN;
            Spans open = spans.apply(day);
            Optional<Instant> moment = choice.of(open, earliest)
                    .map(day::atTime)
                    .map(time -> firstAt(time, zone))
                    .filter(found -> open.contains(LocalTime.ofInstant(found, zone)));
            if (moment.isPresent()) {
                return moment.map(found -> found.isBefore(from) ? from : found);
            }
        }
        return Optional.empty();
    }

    /**
     * When clocks show the time for the first time; the end of the gap where they are set forward over it. It may be before the moment from which one is looked for: that one's own minute, or
     * an hour that comes a second time where clocks are set back.
     */
    private static Instant firstAt(LocalDateTime time, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(time);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : time.atZone(zone).toInstant();
    }

    private Spans spans(ContactChannel channel, LocalDate day, OwnHours own) {
        return switch (kind(channel)) {
            case POSTED -> Spans.WHOLE;
            case WAITS -> calendar.isBusinessDay(day) ? Spans.of(quietTo, quietFrom) : Spans.NONE;
            case DISTURBS -> isOpen(day, own) ? hours(own) : Spans.NONE;
        };
    }

    private boolean isOpen(LocalDate day, OwnHours own) {
        boolean business = calendar.isBusinessDay(day);
        if (own.days().isEmpty()) {
            return business;
        }
        boolean liked = own.days().contains(day.getDayOfWeek());
        if (own.saidByCustomer()) {
            boolean holiday = calendar.holidays().contains(day) && !business;
            return liked && !holiday;
        }
        return business && (liked || own.days().stream().noneMatch(ContactWindows::isWorkedUsually));
    }

    private static boolean isWorkedUsually(DayOfWeek day) {
        return day.compareTo(DayOfWeek.SATURDAY) < 0;
    }

    private Spans hours(OwnHours own) {
        Spans usual = Spans.of(quietTo, quietFrom).without(noonFrom, noonTo);
        if (!own.hasHours()) {
            return usual;
        }
        int from = own.from().map(Spans::minute).orElse(quietTo);
        int to = own.to().map(Spans::minute).orElse(quietFrom);
        if (!own.saidByCustomer()) {
            Spans narrowed = usual.within(from, to);
            return narrowed.isEmpty() ? usual : narrowed;
        }
        Spans wished = Spans.of(from, to);
        if (wished.isEmpty()) {
            return usual;
        }
        return from < noonFrom && noonTo < to ? wished.without(noonFrom, noonTo) : wished;
    }
}
