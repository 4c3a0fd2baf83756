package io.huikuan.letter;

import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.text.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How a customer stands on a day, for what is written or said to it.
 *
 * @param ownerId who looks after it; may be null, as the name
 * @param language in which it is written to; null: in the tenant's
 * @param amounts what may be dunned, by currency; none where nothing may
 * @param items of how many items that is the sum
 * @param oldestDue the oldest due date of these; null when there are none
 * @param previous the latest letter that asked for payment; null when there was none
 */
public record Figures(
        UUID customer,
        String code,
        String name,
        UUID ownerId,
        String owner,
        Language language,
        List<LetterAmount> amounts,
        int items,
        LocalDate oldestDue,
        Previous previous) {

    public Figures {
        amounts = List.copyOf(amounts);
    }

    /** An earlier letter. */
    public record Previous(String number, LocalDate issuedOn) {}

    /** Whether anything may be dunned. */
    public boolean any() {
        return !amounts.isEmpty();
    }

    /** Whether anything of it is overdue. */
    public boolean anyOverdue() {
        return amounts.stream().map(LetterAmount::overdue).anyMatch(Figures::isAboveZero);
    }

    private static boolean isAboveZero(Money money) {
        return money.value().signum() > 0;
    }
}
