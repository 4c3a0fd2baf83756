package io.huikuan.alert;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which alerts are wanted; an empty set wants all.
 *
 * @param types of these types
 * @param statuses as they read on the business date
 * @param customer of this customer
 * @param assignee that belong to this user
 * @param unassigned true: that belong to nobody; false: that belong to somebody
 * @param minSeverity at least so urgent
 */
public record AlertFilter(
        Set<AlertType> types,
        Set<AlertStatus> statuses,
        Optional<UUID> customer,
        Optional<UUID> assignee,
        Optional<Boolean> unassigned,
        Optional<Severity> minSeverity) {

    /** All alerts. */
    public static final AlertFilter ALL =
            new AlertFilter(Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public AlertFilter {
        types = Set.copyOf(types);
        statuses = Set.copyOf(statuses);
    }

    /** Whether the alert is wanted. */
    public boolean accepts(Alert alert) {
        return (types.isEmpty() || types.contains(alert.type()))
                && (statuses.isEmpty() || statuses.contains(alert.status()))
                && customer.map(alert.customer()::equals).orElse(true)
                && (assignee.isEmpty() || assignee.equals(alert.assignee()))
                && unassigned
                        .map(wanted -> wanted == alert.assignee().isEmpty())
                        .orElse(true)
                && minSeverity
                        .map(least -> alert.severity().compareTo(least) >= 0)
                        .orElse(true);
    }
}
