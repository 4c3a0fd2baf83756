package io.huikuan.promise;

import io.huikuan.kernel.money.MoneyInput;
import java.time.LocalDate;
import java.util.List;

/**
 * The wish to record a promise to pay.
 *
 * @param clientKey makes it safe to repeat; null: it is not
 * @param customerId the global id of who promises
 * @param receivables what it covers, each by its global id or its number; empty where a plan is named
 * @param path how the caller names that list, for refusals
 * @param planId the global id of the active plan that it covers; null where receivables are named
 * @param givenOn when it was given; null: the business date
 * @param contactPersonId who gave his word; null: nobody is named
 */
public record RecordPromise(
        String clientKey,
        String customerId,
        List<String> receivables,
        String path,
        String planId,
        MoneyInput amount,
        LocalDate promisedFor,
        LocalDate givenOn,
        String contactPersonId,
        String note) {

    public RecordPromise {
        receivables = receivables == null ? List.of() : List.copyOf(receivables);
    }
}
