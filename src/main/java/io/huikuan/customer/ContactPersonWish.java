package io.huikuan.customer;

import java.util.List;

/**
 * A contact person as somebody wishes it, not checked yet; it replaces all fields.
 *
 * @param id the person; null for a new one
 * @param version the version that was seen; null for a new one
 * @param preferredFrom HH:mm
 * @param preferredTo HH:mm
 * @param preferredDays null: they stay as they are; empty: any day
 */
public record ContactPersonWish(
        String clientKey,
        String id,
        Integer version,
        String customerId,
        String name,
        String jobTitle,
        DecisionRole decisionRole,
        Integer influence,
        String phone,
        String email,
        String preferredFrom,
        String preferredTo,
        List<Weekday> preferredDays,
        String reportsToId,
        String relationshipOwnerId) {

    /** The same wish under a client key, for a person (null: a new one) who reports to another (null: to nobody). */
    public ContactPersonWish as(String key, String idOrNull, String reportsToIdOrNull) {
        return new ContactPersonWish(
                key,
                idOrNull,
                version,
                customerId,
                name,
                jobTitle,
                decisionRole,
                influence,
                phone,
                email,
                preferredFrom,
                preferredTo,
                preferredDays,
                reportsToIdOrNull,
                relationshipOwnerId);
    }
}
