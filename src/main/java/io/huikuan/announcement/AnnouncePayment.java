package io.huikuan.announcement;

import io.huikuan.kernel.money.MoneyInput;
import java.time.LocalDate;
import java.util.List;

/**
 * The wish to announce a payment.
 *
 * @param clientKey makes it safe to repeat; null: it is not
 * @param customerId the global id of who pays
 * @param paidOn when it was or will be sent
 * @param receivables what it is for, each by its global id or its number
 * @param path how the caller names the list of receivables, for refusals
 */
public record AnnouncePayment(
        String clientKey,
        String customerId,
        MoneyInput amount,
        LocalDate paidOn,
        String reference,
        List<String> receivables,
        String path) {

    public AnnouncePayment {
        receivables = receivables == null ? List.of() : List.copyOf(receivables);
    }
}
