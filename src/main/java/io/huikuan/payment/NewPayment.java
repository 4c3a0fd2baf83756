package io.huikuan.payment;

import io.huikuan.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A payment about to be recorded, its customer locked, its number and amount checked. */
public record NewPayment(
        UUID id,
        UUID customer,
        String number,
        Money amount,
        LocalDate receivedOn,
        PaymentMethod method,
        String reference,
        List<Named> named,
        boolean autoApply) {

    /**
     * What the payer names: a receivable or an installment, the other null.
     *
     * @param amount how much goes to it; null: as much as is open of it, which may be nothing
     */
    public record Named(UUID receivable, UUID installment, BigDecimal amount) {}

    public NewPayment {
        named = List.copyOf(named);
    }
}
