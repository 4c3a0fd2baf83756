package io.huikuan.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Fills the installments of a plan with what is open of its receivables (rule 6): the oldest installment takes the oldest debt. A receivable
 * has one share in an installment, however many parts of it go there.
 */
public final class PlanShares {

    private PlanShares() {}

    /** An installment to be filled, its amount above zero. */
    public record Row(UUID installment, int sequence, LocalDate dueDate, BigDecimal amount) {}

    /** A part of a receivable that is open, above zero. */
    public record Open(UUID receivable, BigDecimal amount) {}

    /** What an installment has of a receivable. */
    public record Part(UUID installment, LocalDate dueDate, UUID receivable, BigDecimal amount) {}

    private record Place(UUID installment, LocalDate dueDate, UUID receivable) {}

    /**
     * The shares.
     *
     * @param rows the installments, in any order
     * @param oldestFirst what is open, in the order in which it is to be paid
     * @throws IllegalArgumentException when both do not sum to the same
     */
    public static List<Part> fill(List<Row> rows, List<Open> oldestFirst) {
        List<Row> inOrder = rows.stream()
                .sorted(Comparator.comparing(Row::dueDate).thenComparingInt(Row::sequence))
                .toList();
        Map<Place, BigDecimal> shares = new LinkedHashMap<>();
        int next = 0;
        BigDecimal room = BigDecimal.ZERO;
        for (Open open : oldestFirst) {
            BigDecimal rest = open.amount();
            while (rest.signum() > 0) {
                if (room.signum() == 0) {
                    room = next < inOrder.size() ? inOrder.get(next++).amount() : mismatch();
                }
                Row row = inOrder.get(next - 1);
                BigDecimal part = rest.min(room);
                shares.merge(new Place(row.installment(), row.dueDate(), open.receivable()), part, BigDecimal::add);
                rest = rest.subtract(part);
                room = room.subtract(part);
            }
        }
        if (room.signum() > 0 || next < inOrder.size()) {
            mismatch();
        }
        List<Part> parts = new ArrayList<>();
        shares.forEach((place, amount) ->
                parts.add(new Part(place.installment(), place.dueDate(), place.receivable(), amount)));
        return List.copyOf(parts);
    }

    private static BigDecimal mismatch() {
        throw new IllegalArgumentException("the installments do not sum to what is open");
    }
}
