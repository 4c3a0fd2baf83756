package io.huikuan.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What can still be closed on the shares of one or more customers while amounts are laid on them, one after the other. Whatever is taken
 * from a receivable is taken through its shares in every schedule at once: in the one that rules, and in those that stand beside it (its own
 * terms, a plan that ruled on a later day than the entry's), so that both sides always move together (rule 6).
 */
public final class ShareBook {

    private static final BigDecimal UNLIMITED = BigDecimal.TEN.pow(30);

    private final List<BookableShare> ruling;
    private final Map<UUID, Map<UUID, List<BookableShare>>> besides;
    private final Map<UUID, BigDecimal> left = new HashMap<>();

    /** A book over these shares, in any order. */
    public ShareBook(Collection<BookableShare> shares) {
        ruling = shares.stream()
                .filter(BookableShare::rulesNow)
                .sorted(BookableShare.OLDEST_FIRST)
                .toList();
        besides = shares.stream()
                .filter(share -> !share.rulesNow())
                .sorted(BookableShare.OLDEST_FIRST)
                .collect(Collectors.groupingBy(
                        BookableShare::receivableId, Collectors.groupingBy(BookableShare::scheduleId)));
        shares.forEach(share -> left.put(share.id(), share.available()));
    }

    /** Amounts laid on the book for one entry each receivable: what one payment, credit note or write-off does. */
    public final class Entries {

        private final Map<UUID, BigDecimal> amounts = new LinkedHashMap<>();
        private final Map<UUID, LocalDate> issueDates = new HashMap<>();
        private final Map<UUID, Map<UUID, Reduction.Line>> lines = new HashMap<>();

        private Entries() {}

        /**
         * Takes the amount from the matching shares that rule, the oldest due first, or as much of it as there is.
         *
         * @return what was taken
         */
        public BigDecimal take(Predicate<BookableShare> which, BigDecimal most) {
            return take(which, most, share -> BigDecimal.ZERO);
        }

        /**
         * The same, the disputed parts last: what is not disputed comes first, the oldest due share first, and then the rest (rule 7).
         *
         * @return what was taken
         */
        public BigDecimal takeDisputedLast(Predicate<BookableShare> which, BigDecimal most) {
            BigDecimal undisputed = take(which, most, BookableShare::disputed);
            return undisputed.add(take(which, most.subtract(undisputed)));
        }

        private BigDecimal take(
                Predicate<BookableShare> which, BigDecimal most, Function<BookableShare, BigDecimal> leaving) {
            Map<BookableShare, BigDecimal> planned = plan(which, most, leaving);
            planned.forEach(this::close);
            return planned.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** All that was taken, one reduction each receivable. */
        public List<Reduction> reductions() {
            return amounts.entrySet().stream()
                    .map(entry -> new Reduction(
                            entry.getKey(),
                            issueDates.get(entry.getKey()),
                            entry.getValue(),
                            List.copyOf(lines.get(entry.getKey()).values())))
                    .toList();
        }

        private Map<BookableShare, BigDecimal> plan(
                Predicate<BookableShare> which, BigDecimal most, Function<BookableShare, BigDecimal> leaving) {
            Map<BookableShare, BigDecimal> planned = new LinkedHashMap<>();
            Map<UUID, BigDecimal> caps = new HashMap<>();
            BigDecimal rest = most;
            for (BookableShare share : ruling) {
                if (rest.signum() == 0) {
                    break;
                }
                if (which.test(share)) {
                    BigDecimal cap = caps.computeIfAbsent(share.receivableId(), ShareBook.this::cap);
                    BigDecimal available = left.get(share.id());
                    // What a later day has taken already is not available, but open: the disputed part is the last of
                    // what is open.
                    BigDecimal free = available
                            .add(share.open())
                            .subtract(share.available())
                            .subtract(leaving.apply(share));
                    BigDecimal part = free.min(available).min(cap).min(rest);
                    if (part.signum() > 0) {
                        planned.put(share, part);
                        caps.put(share.receivableId(), cap.subtract(part));
                        rest = rest.subtract(part);
                    }
                }
            }
            return planned;
        }

        private void close(BookableShare share, BigDecimal amount) {
            amounts.merge(share.receivableId(), amount, BigDecimal::add);
            issueDates.put(share.receivableId(), share.issueDate());
            book(share, amount);
            for (List<BookableShare> schedule : besidesOf(share.receivableId()).values()) {
                closeOldest(schedule, amount);
            }
        }

        private void closeOldest(List<BookableShare> schedule, BigDecimal amount) {
            BigDecimal rest = amount;
            for (BookableShare share : schedule) {
                BigDecimal part = left.get(share.id()).min(rest);
                if (part.signum() > 0) {
                    book(share, part);
                    rest = rest.subtract(part);
                }
            }
            if (rest.signum() != 0) {
                throw new IllegalStateException("a schedule has less open than the receivable");
            }
        }

        private void book(BookableShare share, BigDecimal amount) {
            left.merge(share.id(), amount, BigDecimal::subtract);
            lines.computeIfAbsent(share.receivableId(), any -> new LinkedHashMap<>())
                    .merge(
                            share.id(),
                            new Reduction.Line(share.id(), amount, share.rulesNow()),
                            (a, b) -> new Reduction.Line(a.shareId(), a.amount().add(b.amount()), a.onRuling()));
        }
    }

    /** How much is open now on the matching shares that rule, whatever the entry's date; what this book has taken is not counted off. */
    public BigDecimal open(Predicate<BookableShare> which) {
        return ruling.stream().filter(which).map(BookableShare::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Begins the entries of one payment, credit note or write-off. */
    public Entries begin() {
        return new Entries();
    }

    private Map<UUID, List<BookableShare>> besidesOf(UUID receivable) {
        return besides.getOrDefault(receivable, Map.of());
    }

    /** No schedule beside the ruling one may be asked for more than it has: the least of their sums. */
    private BigDecimal cap(UUID receivable) {
        return besidesOf(receivable).values().stream()
                .map(schedule ->
                        schedule.stream().map(share -> left.get(share.id())).reduce(BigDecimal.ZERO, BigDecimal::add))
                .min(BigDecimal::compareTo)
                .orElse(UNLIMITED);
    }
}
