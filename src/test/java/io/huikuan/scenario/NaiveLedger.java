package io.huikuan.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The ledger as one would keep it on paper, for one customer and currency and for entries of today only: lists that are edited in place. It shares no
 * code with the real one. Every receivable has one due date of its own.
 */
class NaiveLedger {

    /** A part of a receivable that is due on a day. */
    static final class Part {
        final Debt debt;
        final LocalDate due;
        final LocalDate lateFrom;
        BigDecimal open;

        Part(Debt debt, LocalDate due, BigDecimal open) {
            this(debt, due, due, open);
        }

        /** Brought back by a reversal on a day: grace begins no earlier. */
        Part(Debt debt, LocalDate due, LocalDate broughtBack, BigDecimal open) {
            this.debt = debt;
            this.due = due;
            this.lateFrom = due.isAfter(broughtBack) ? due : broughtBack;
            this.open = open;
        }
    }

    /** A receivable; {@code plan} rules it, or its own terms when it is null. */
    static final class Debt {
        final UUID id;
        final String number;
        final LocalDate issued;
        final BigDecimal amount;
        final LocalDate ownDue;
        final List<Part> terms = new ArrayList<>();
        final List<Entry> entries = new ArrayList<>();
        BigDecimal credited = BigDecimal.ZERO;
        Plan plan;

        Debt(UUID id, String number, LocalDate issued, BigDecimal amount, LocalDate due) {
            this.id = id;
            this.number = number;
            this.issued = issued;
            this.amount = amount;
            this.ownDue = due;
            terms.add(new Part(this, due, amount));
        }

        Stream<Part> ruling() {
            return plan == null ? terms.stream() : plan.parts.stream().filter(part -> part.debt == this);
        }

        BigDecimal open() {
            return sum(ruling());
        }
    }

    /** A plan in one version. */
    static final class Plan {
        final UUID id;
        final List<Debt> debts = new ArrayList<>();
        final List<Part> parts = new ArrayList<>();
        boolean broken;

        Plan(UUID id) {
            this.id = id;
        }

        BigDecimal open() {
            return sum(parts.stream());
        }
    }

    record Closed(Part part, BigDecimal amount) {}

    enum Why {
        PAID,
        CREDITED,
        WRITTEN_OFF
    }

    /** What reduced a debt, and where; {@code plan} ruled it then. */
    static final class Entry {
        final Debt debt;
        final Why why;
        final Cash cash;
        final Plan plan;
        final List<Closed> ruling = new ArrayList<>();
        final List<Closed> terms = new ArrayList<>();

        Entry(Debt debt, Why why, Cash cash) {
            this.debt = debt;
            this.why = why;
            this.cash = cash;
            this.plan = debt.plan;
        }

        BigDecimal amount() {
            return ruling.stream().map(Closed::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** Money received. */
    static final class Cash {
        final UUID id;
        final BigDecimal amount;
        final List<Entry> entries = new ArrayList<>();
        BigDecimal unapplied;
        boolean reversed;

        Cash(UUID id, BigDecimal amount) {
            this.id = id;
            this.amount = amount;
            this.unapplied = amount;
        }
    }

    private static final Comparator<Part> OLDEST_FIRST = Comparator.comparing((Part part) -> part.due)
            .thenComparing(part -> part.debt.issued)
            .thenComparing(part -> part.debt.number);

    private static final Comparator<Part> OLDEST_BY_TERMS = Comparator.comparing((Part part) -> part.debt.ownDue)
            .thenComparing(part -> part.debt.issued)
            .thenComparing(part -> part.debt.number);

    final Map<UUID, Debt> debts = new LinkedHashMap<>();
    final Map<UUID, Cash> cash = new LinkedHashMap<>();
    final Map<UUID, Plan> plans = new LinkedHashMap<>();

    static BigDecimal sum(Stream<Part> parts) {
        return parts.map(part -> part.open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    void issue(UUID id, String number, LocalDate issued, BigDecimal amount, LocalDate due) {
        debts.put(id, new Debt(id, number, issued, amount, due));
    }

    void receive(UUID id, BigDecimal amount) {
        cash.put(id, new Cash(id, amount));
        apply(id);
    }

    void apply(UUID id) {
        Cash money = cash.get(id);
        List<Part> due = debts.values().stream()
                .flatMap(Debt::ruling)
                .sorted(OLDEST_FIRST)
                .toList();
        take(due, money.unapplied, Why.PAID, money);
    }

    /** Takes from the parts in their order; answers what was taken. */
    private BigDecimal take(List<Part> parts, BigDecimal most, Why why, Cash moneyOrNull) {
        Map<Debt, Entry> entries = new LinkedHashMap<>();
        BigDecimal rest = most;
        for (Part part : parts) {
            BigDecimal amount = part.open.min(rest);
            if (amount.signum() > 0) {
                Entry entry = entries.computeIfAbsent(part.debt, debt -> new Entry(debt, why, moneyOrNull));
                close(part, amount, entry.ruling);
                if (part.debt.plan != null) {
                    closeTerms(part.debt, amount, entry);
                }
                rest = rest.subtract(amount);
            }
        }
        entries.forEach((debt, entry) -> debt.entries.add(entry));
        BigDecimal taken = most.subtract(rest);
        if (moneyOrNull != null) {
            moneyOrNull.entries.addAll(entries.values());
            moneyOrNull.unapplied = moneyOrNull.unapplied.subtract(taken);
        }
        return taken;
    }

    private static void closeTerms(Debt debt, BigDecimal amount, Entry entry) {
        BigDecimal rest = amount;
        for (Part part : debt.terms.stream().sorted(OLDEST_FIRST).toList()) {
            BigDecimal closed = part.open.min(rest);
            if (closed.signum() > 0) {
                close(part, closed, entry.terms);
                rest = rest.subtract(closed);
            }
        }
    }

    private static void close(Part part, BigDecimal amount, List<Closed> closed) {
        part.open = part.open.subtract(amount);
        closed.add(new Closed(part, amount));
    }

    private void undo(Entry entry, LocalDate today) {
        Debt debt = entry.debt;
        debt.entries.remove(entry);
        boolean stillRules = entry.plan == debt.plan;
        if (entry.plan == null || stillRules) {
            reopen(entry.ruling);
        }
        if (!stillRules && debt.plan != null) {
            entry.ruling.forEach(
                    closed -> debt.plan.parts.add(new Part(debt, closed.part().due, today, closed.amount())));
        }
        if (entry.plan != null && debt.plan == null) {
            entry.ruling.forEach(closed -> debt.terms.add(new Part(debt, closed.part().due, today, closed.amount())));
        } else {
            reopen(entry.terms);
        }
    }

    private static void reopen(List<Closed> closed) {
        closed.forEach(part -> part.part().open = part.part().open.add(part.amount()));
    }

    void unapply(UUID id, LocalDate today) {
        Cash money = cash.get(id);
        List.copyOf(money.entries).forEach(entry -> unapply(entry, today));
    }

    private void unapply(Entry entry, LocalDate today) {
        undo(entry, today);
        entry.cash.entries.remove(entry);
        entry.cash.unapplied = entry.cash.unapplied.add(entry.amount());
    }

    void reverse(UUID id, LocalDate today) {
        unapply(id, today);
        cash.get(id).unapplied = BigDecimal.ZERO;
        cash.get(id).reversed = true;
    }

    void writeOff(UUID id, BigDecimal amount) {
        take(parts(debts.get(id)), amount, Why.WRITTEN_OFF, null);
    }

    void undoWriteOff(UUID id, LocalDate today) {
        List.copyOf(debts.get(id).entries).stream()
                .filter(entry -> entry.why == Why.WRITTEN_OFF)
                .forEach(entry -> undo(entry, today));
    }

    /** Whether the credit finds room without touching what is written off. */
    boolean mayCredit(UUID id, BigDecimal amount) {
        Debt debt = debts.get(id);
        BigDecimal paid = debt.entries.stream()
                .filter(entry -> entry.why == Why.PAID)
                .map(Entry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return debt.credited.add(amount).compareTo(debt.amount) <= 0
                && amount.compareTo(debt.open().add(paid)) <= 0;
    }

    void credit(UUID id, BigDecimal amount, LocalDate today) {
        Debt debt = debts.get(id);
        BigDecimal lacking = amount.subtract(debt.open());
        Cash last = null;
        List<Entry> paid = new ArrayList<>(
                debt.entries.stream().filter(entry -> entry.why == Why.PAID).toList());
        while (lacking.signum() > 0) {
            Entry newest = paid.remove(paid.size() - 1);
            lacking = lacking.subtract(newest.amount());
            last = newest.cash;
            unapply(newest, today);
        }
        take(parts(debt), amount, Why.CREDITED, null);
        debt.credited = debt.credited.add(amount);
        if (last != null && lacking.signum() < 0) {
            take(parts(debt), lacking.negate(), Why.PAID, last);
        }
    }

    private static List<Part> parts(Debt debt) {
        return debt.ruling().sorted(OLDEST_FIRST).toList();
    }

    /** A plan takes over; the plans that had ruled the debts end, and what they have besides returns to its own terms. */
    void plan(UUID id, Collection<UUID> debtIds, List<LocalDate> dates, List<BigDecimal> amounts) {
        Plan plan = new Plan(id);
        List<Debt> taken = debtIds.stream().map(debts::get).toList();
        taken.stream()
                .map(debt -> debt.plan)
                .filter(before -> before != null)
                .distinct()
                .toList()
                .forEach(this::end);
        List<Part> sources = new ArrayList<>(taken.stream()
                .flatMap(debt -> debt.terms.stream())
                .sorted(OLDEST_BY_TERMS)
                .map(part -> new Part(part.debt, part.due, part.open))
                .toList());
        for (int i = 0; i < dates.size(); i++) {
            fill(plan, sources, dates.get(i), amounts.get(i));
        }
        plan.debts.addAll(taken);
        taken.forEach(debt -> debt.plan = plan);
        plans.put(id, plan);
    }

    private static void fill(Plan plan, List<Part> sources, LocalDate due, BigDecimal amount) {
        BigDecimal rest = amount;
        for (Part source : sources) {
            BigDecimal part = source.open.min(rest);
            if (part.signum() > 0) {
                source.open = source.open.subtract(part);
                plan.parts.add(new Part(source.debt, due, part));
                rest = rest.subtract(part);
            }
        }
    }

    /** The plan no longer rules: own terms do. */
    void end(Plan plan) {
        plan.debts.stream().filter(debt -> debt.plan == plan).forEach(debt -> debt.plan = null);
        plans.remove(plan.id);
    }

    /** The plan rules on, but all of it is due on the day. */
    void accelerate(Plan plan, LocalDate day) {
        Plan hastened = new Plan(plan.id);
        hastened.broken = true;
        for (Debt debt : plan.debts.stream().filter(debt -> debt.plan == plan).toList()) {
            BigDecimal open = debt.open();
            debt.plan = open.signum() > 0 ? hastened : null;
            if (open.signum() > 0) {
                hastened.parts.add(new Part(debt, day, open));
                hastened.debts.add(debt);
            }
        }
        plans.put(plan.id, hastened);
    }

    /** What is open, by receivable and due date. */
    Map<String, BigDecimal> open() {
        Map<String, BigDecimal> open = new TreeMap<>();
        debts.values().stream()
                .flatMap(Debt::ruling)
                .filter(part -> part.open.signum() > 0)
                .forEach(part -> open.merge(part.debt.number + " " + part.due, part.open, BigDecimal::add));
        return open;
    }
}
