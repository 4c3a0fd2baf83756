package io.huikuan.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * A share on which an entry of a certain date can be booked.
 *
 * @param rulesNow whether its schedule rules the receivable today: what a payer sees as due
 * @param open how much of it is open now, whatever the entry's date
 * @param disputed how much of what is open the customer disputes
 * @param available how much of it can be closed from that date on without any later day's share going below zero
 */
public record BookableShare(
        UUID id,
        UUID installmentId,
        UUID scheduleId,
        UUID receivableId,
        UUID customerId,
        String currency,
        LocalDate dueDate,
        LocalDate issueDate,
        String number,
        int sequence,
        boolean rulesNow,
        BigDecimal open,
        BigDecimal disputed,
        BigDecimal available) {

    /** The oldest due share first, then issue date, number and sequence (rules 6 and 7). */
    public static final Comparator<BookableShare> OLDEST_FIRST = Comparator.comparing(BookableShare::dueDate)
            .thenComparing(BookableShare::issueDate)
            .thenComparing(BookableShare::number)
            .thenComparingInt(BookableShare::sequence)
            .thenComparing(BookableShare::id);
}
