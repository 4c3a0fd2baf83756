package io.huikuan.ledger;

import io.huikuan.kernel.money.MoneyInput;
import java.time.LocalDate;

/** The wish to credit a document. */
public record IssueCreditNote(
        String clientKey, String receivableId, String number, LocalDate issueDate, MoneyInput amount, String reason) {}
