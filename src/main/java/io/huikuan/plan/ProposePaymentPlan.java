package io.huikuan.plan;

import io.huikuan.ledger.InstallmentLine;
import io.huikuan.plan.domain.EqualInstallments;
import java.util.List;

/**
 * The wish to have receivables paid by a plan.
 *
 * @param installments explicit rows, never rolled, which sum to what is open; null when {@code equal} says
 * @param equal how to split what is open; null when {@code installments} say
 */
public record ProposePaymentPlan(
        String clientKey,
        String customerId,
        List<String> receivableIds,
        List<InstallmentLine> installments,
        EqualInstallments equal,
        String note) {}
