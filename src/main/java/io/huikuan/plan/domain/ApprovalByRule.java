package io.huikuan.plan.domain;

import io.huikuan.kernel.money.Money;
import io.huikuan.ledger.domain.DatedAmount;
import io.huikuan.tenant.PlanAutoApproval;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Whether a proposed plan needs no person to approve it (rule 9): its total, its number of installments, its last date and the part that its
 * first installment pays are all within the tenant's bounds, the bounds themselves included.
 */
public record ApprovalByRule(PlanAutoApproval bounds) {

    /** For how many months a receivable that a plan took over is not planned again without a person. */
    public static final int MONTHS_BETWEEN_PLANS = 12;

    /** Whether the rows, in the order of their due dates, are within the bounds; a plan in another currency never is. */
    public boolean allows(Money total, List<DatedAmount> rows, LocalDate businessDate) {
        return total.currency().equals(bounds.maxTotal().currency())
                && total.value().compareTo(bounds.maxTotal().value()) <= 0
                && rows.size() <= bounds.maxInstallments()
                && !rows.get(rows.size() - 1).dueDate().isAfter(businessDate.plusDays(bounds.maxDays()))
                && rows.get(0).amount().value().compareTo(leastFirst(total)) >= 0;
    }

    private BigDecimal leastFirst(Money total) {
        return total.value().multiply(bounds.minFirstShare().value());
    }
}
