package io.huikuan.contact.domain;

import io.huikuan.contact.ContactChannel;
import io.huikuan.contact.ContactPolicy;
import io.huikuan.contact.GuardRail;
import io.huikuan.tenant.domain.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Weighs a contact that the supplier makes against all guard rails: the windows, and how often the person was contacted. Weeks are those of the calendar, Monday to Sunday, so that it
 * does not matter in which order contacts are entered.
 */
public final class ContactGuard {

    private final ContactPolicy policy;
    private final ContactWindows windows;

    public ContactGuard(ContactPolicy policy, BusinessCalendar calendar) {
        this.policy = policy;
        this.windows = new ContactWindows(policy, calendar);
    }

    /** What stands against a contact that a person makes at the moment, which is that of the standing. */
    public Set<GuardRail> against(ContactChannel channel, Instant at, ContactStanding standing) {
        Set<GuardRail> rails = EnumSet.noneOf(GuardRail.class);
        windows.against(channel, at, standing.zone(), standing.own()).ifPresent(rails::add);
        if (standing.today() >= policy.perDay()) {
            rails.add(GuardRail.DAY_CAP);
        }
        if (standing.thisWeek() >= policy.perWeek()) {
            rails.add(GuardRail.WEEK_CAP);
        }
        return rails;
    }

    /** What stands against one that is made without a person's doing. */
    public Set<GuardRail> againstAutomatic(ContactChannel channel, Instant at, ContactStanding standing) {
        Set<GuardRail> rails = against(channel, at, standing);
        if (quietUntil(standing)
                .filter(day -> dayOf(at, standing.zone()).isBefore(day))
                .isPresent()) {
            rails.add(GuardRail.QUIET_DAYS);
        }
        return rails;
    }

    /** The first moment, from the given one on, at which nothing would stand against a contact if nobody made any until then. */
    public Optional<Instant> next(ContactChannel channel, Instant at, ContactStanding standing, Set<GuardRail> rails) {
        return windows.next(channel, rested(at, standing, rails), standing.zone(), standing.own());
    }

    /** The best moment of that first day. */
    public Optional<Instant> best(ContactChannel channel, Instant at, ContactStanding standing, Set<GuardRail> rails) {
        return windows.best(channel, rested(at, standing, rails), standing.zone(), standing.own());
    }

    private Instant rested(Instant at, ContactStanding standing, Set<GuardRail> rails) {
        LocalDate today = dayOf(at, standing.zone());
        LocalDate day = today;
        if (rails.contains(GuardRail.DAY_CAP)) {
            day = today.plusDays(1);
        }
        if (rails.contains(GuardRail.WEEK_CAP)) {
            day = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        }
        if (rails.contains(GuardRail.QUIET_DAYS)) {
            LocalDate quiet = quietUntil(standing).orElse(day);
            day = quiet.isAfter(day) ? quiet : day;
        }
        return day.equals(today) ? at : day.atStartOfDay(standing.zone()).toInstant();
    }

    private Optional<LocalDate> quietUntil(ContactStanding standing) {
        return standing.lastAutomatic().map(last -> dayOf(last, standing.zone()).plusDays(1L + policy.quietDays()));
    }

    private static LocalDate dayOf(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
