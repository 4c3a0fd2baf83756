package io.huikuan.customer;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which customers are wanted; all conditions hold at once, and an empty set sets none.
 *
 * @param search a part of code, name or legal name, case apart
 * @param overdueOnly whether only those with something overdue in any currency
 */
public record CustomerFilter(
        Optional<String> search,
        Optional<UUID> owner,
        Optional<String> region,
        Set<CustomerStatus> status,
        Set<CreditGrade> grade,
        boolean overdueOnly) {

    /** All customers. */
    public static final CustomerFilter ALL =
            new CustomerFilter(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of(), false);

    public CustomerFilter {
        status = Set.copyOf(status);
        grade = Set.copyOf(grade);
    }
}
