package io.huikuan.dispute;

import io.huikuan.kernel.money.MoneyInput;
import java.time.LocalDate;

/**
 * The wish to accept a dispute and to credit what is accepted.
 *
 * @param amount how much is accepted; null: all of it
 * @param creditNoteNumber null: one is made
 * @param issueDate of the credit note; null: the business date
 */
public record AcceptDispute(
        String clientKey,
        String id,
        int version,
        MoneyInput amount,
        String creditNoteNumber,
        LocalDate issueDate,
        String answer) {}
