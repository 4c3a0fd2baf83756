package io.huikuan.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes one entry back (rule 10). The shares that it closed are opened again. Where the schedule that it was paid on no longer rules, the
 * money comes back as an added share with the old due date on each schedule that rules from the undoing's date on. Own terms that do not rule
 * from then on stand beside, and are opened again as they were closed.
 */
public final class Undoing {

    private Undoing() {}

    /** A share that the entry had closed, wholly or in part. {@code reaches}: its schedule rules on some day from the undoing on. */
    public record Closed(
            UUID shareId,
            UUID scheduleId,
            BigDecimal amount,
            boolean onRuling,
            boolean ownTerms,
            LocalDate dueDate,
            LocalDate originalDue,
            boolean reaches) {}

    /** A schedule that rules the entry's receivable on some day from the undoing on. */
    public record Reaching(UUID scheduleId, boolean ownTerms) {}

    /** An amount that comes back as a share of its own; {@code originalDue} is null on a plan. */
    public record Added(UUID scheduleId, LocalDate dueDate, LocalDate originalDue, BigDecimal amount) {}

    /** What to book back on the very shares, and what to add. */
    public record Result(List<Closed> reopened, List<Added> added) {}

    /** What taking back the entry with these bookings does, its receivable being ruled by these schedules from then on. */
    public static Result of(List<Closed> bookings, List<Reaching> reaching) {
        List<Closed> paidOn = bookings.stream().filter(Closed::onRuling).toList();
        Map<UUID, List<Closed>> bySchedule = bookings.stream().collect(Collectors.groupingBy(Closed::scheduleId));
        List<Closed> reopened = new ArrayList<>(
                bookings.stream().filter(booking -> opensAgain(booking, paidOn)).toList());
        List<Added> added = new ArrayList<>();
        for (Reaching schedule : reaching) {
            List<Closed> there = bySchedule.getOrDefault(schedule.scheduleId(), List.of());
            if (there.stream().noneMatch(reopened::contains)) {
                added.addAll(schedule.ownTerms() ? backOnTerms(schedule, paidOn, there) : backOnPlan(schedule, paidOn));
            }
        }
        return new Result(List.copyOf(reopened), List.copyOf(added));
    }

    /** Own terms that rule again after the plan on which it was paid get an added share instead. */
    private static boolean opensAgain(Closed booking, List<Closed> paidOn) {
        boolean paidHere = paidOn.stream().anyMatch(paid -> paid.scheduleId().equals(booking.scheduleId()));
        return booking.ownTerms() ? paidHere || !booking.reaches() : booking.reaches();
    }

    private static List<Added> backOnPlan(Reaching plan, List<Closed> paidOn) {
        Map<LocalDate, BigDecimal> byDue = paidOn.stream()
                .collect(Collectors.groupingBy(
                        Closed::dueDate,
                        java.util.TreeMap::new,
                        Collectors.reducing(BigDecimal.ZERO, Closed::amount, BigDecimal::add)));
        return byDue.entrySet().stream()
                .map(due -> new Added(plan.scheduleId(), due.getKey(), null, due.getValue()))
                .toList();
    }

    /** Lays the due dates on which it was paid beside the original ones that it had closed, so that the debt does not look young. */
    private static List<Added> backOnTerms(Reaching terms, List<Closed> paidOn, List<Closed> onTerms) {
        List<Closed> paid = sorted(paidOn, Closed::dueDate);
        List<Closed> original = sorted(onTerms, Closed::originalDue);
        List<Added> added = new ArrayList<>();
        int next = 0;
        BigDecimal rest = original.get(0).amount();
        for (Closed part : paid) {
            BigDecimal open = part.amount();
            while (open.signum() > 0) {
                BigDecimal both = open.min(rest);
                added.add(new Added(
                        terms.scheduleId(), part.dueDate(), original.get(next).originalDue(), both));
                open = open.subtract(both);
                rest = rest.subtract(both);
                if (rest.signum() == 0 && next + 1 < original.size()) {
                    next++;
                    rest = original.get(next).amount();
                }
            }
        }
        return added;
    }

    private static List<Closed> sorted(List<Closed> bookings, Function<Closed, LocalDate> by) {
        return bookings.stream().sorted(Comparator.comparing(by)).toList();
    }
}
