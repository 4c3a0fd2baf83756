package io.huikuan.dispute;

import io.huikuan.kernel.money.MoneyInput;
import java.time.LocalDate;

/**
 * The wish to raise a dispute.
 *
 * @param receivable the global id of the receivable, or its number
 * @param path how the caller names it, for refusals
 * @param amount how much is refused; null: all that is open and not disputed
 * @param department null: the one that the reason names
 * @param deadline null: as the tenant has it
 */
public record OpenDispute(
        String clientKey,
        String receivable,
        String path,
        MoneyInput amount,
        DisputeReason reason,
        String description,
        DisputeDepartment department,
        LocalDate deadline) {}
