package io.huikuan.tenant;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.tenant.data.HolidayStore;
import io.huikuan.tenant.data.SettingsRepository;
import io.huikuan.tenant.domain.BusinessCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Settings and calendar of the current tenant.
 *
 * <p>{@code closedThrough} may be set to any day up to the business date, an earlier one than before included, and emptied: a period is
 * opened again by the same person who closed it, an ADMIN, when books must be mended, and entries keep when they were recorded.
 */
@ApplicationScoped
public class TenantSettingsService {

    private static final int LONGEST_NAME = 100;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;

    private final SettingsRepository settings;
    private final HolidayStore holidays;
    private final ClientKeys clientKeys;
    private final BusinessDates dates;
    private final CurrentActor actor;
    private final Event<SettingsChanged> settingsChanged;

    TenantSettingsService(
            SettingsRepository settings,
            HolidayStore holidays,
            ClientKeys clientKeys,
            BusinessDates dates,
            CurrentActor actor,
            Event<SettingsChanged> settingsChanged) {
        this.settings = settings;
        this.holidays = holidays;
        this.clientKeys = clientKeys;
        this.dates = dates;
        this.actor = actor;
        this.settingsChanged = settingsChanged;
    }

    /** The settings; read once for each transaction. */
    @Transactional
    public TenantSettings current() {
        return settings.current();
    }

    /** The sales whose margin makes up each of the losses; none where no margin is said. */
    @Transactional
    public Map<Money, Money> salesToMakeUp(Set<Money> losses) {
        TenantSettings settings = current();
        return settings.grossMargin() == null
                ? Map.of()
                : losses.stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                loss -> settings.salesToMakeUp(loss).orElseThrow()));
    }

    /** On which days the tenant does business. */
    @Transactional
    public BusinessCalendar calendar() {
        Map<Boolean, Set<LocalDate>> days = holidays.all().stream()
                .collect(Collectors.partitioningBy(
                        Holiday::workday, Collectors.mapping(Holiday::date, Collectors.toSet())));
        return new BusinessCalendar(days.get(false), days.get(true));
    }

    /** The days of each of these years, in order. */
    @Transactional
    public Map<Integer, List<Holiday>> holidays(Set<Integer> years) {
        Map<Integer, List<Holiday>> found = holidays.ofYears(years);
        return years.stream()
                .collect(Collectors.toMap(Function.identity(), year -> found.getOrDefault(year, List.of())));
    }

    /** Changes the settings; refused with STALE when somebody changed them since. */
    @Transactional
    public Outcome<TenantSettings> update(SettingsChange change) {
        return clientKeys.once(
                new Wish("updateTenantSettings", change.clientKey(), change),
                () -> changed(change),
                any -> actor.get().tenant(),
                any -> Optional.of(current()));
    }

    private Outcome<TenantSettings> changed(SettingsChange change) {
        TenantSettings before = settings.locked();
        if (before.version() != change.version()) {
            return Outcome.refused(ErrorCode.STALE, "version", "Somebody changed the settings since: read them again.");
        }
        Refusals refusals = new Refusals();
        TenantSettings wanted = new SettingsRules(refusals, dates.today()).applied(change, before);
        if (refusals.any()) {
            return refusals.outcome();
        }
        TenantSettings after = settings.saved(wanted);
        settingsChanged.fire(new SettingsChanged(before, after));
        return Outcome.done(after);
    }

    /** Puts these days in the place of all that the year had. */
    @Transactional
    public Outcome<TenantSettings> setHolidays(HolidaysChange change) {
        return clientKeys.once(
                new Wish("setHolidays", change.clientKey(), change),
                () -> replaced(change),
                any -> actor.get().tenant(),
                any -> Optional.of(current()));
    }

    private Outcome<TenantSettings> replaced(HolidaysChange change) {
        Refusals refusals = new Refusals();
        refusals.between("year", change.year(), FIRST_YEAR, LAST_YEAR);
        List<Holiday> days = checked(change, refusals);
        if (refusals.any()) {
            return refusals.outcome();
        }
        TenantSettings kept = settings.locked();
        holidays.replace(change.year(), days);
        return Outcome.done(kept);
    }

    private static List<Holiday> checked(HolidaysChange change, Refusals refusals) {
        List<Holiday> days = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < change.holidays().size(); i++) {
            Holiday day = change.holidays().get(i);
            String path = "holidays." + i;
            String name = refusals.required(path + ".name", day.name(), LONGEST_NAME);
            refusals.unless(
                    day.date().getYear() == change.year(),
                    ErrorCode.INVALID_VALUE,
                    path + ".date",
                    "The date is not in the year.");
            refusals.unless(seen.add(day.date()), ErrorCode.INVALID_VALUE, path + ".date", "The date is given twice.");
            refusals.unless(
                    !day.workday() || isWeekend(day.date()),
                    ErrorCode.INVALID_VALUE,
                    path + ".workday",
                    "Only a Saturday or Sunday can be made a workday.");
            days.add(new Holiday(day.date(), name, day.workday()));
        }
        return days;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
