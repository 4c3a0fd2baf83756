package io.huikuan.customer;

/**
 * A contact person as somebody wishes it, not checked yet; it replaces all fields.
 *
 * @param id the person; null for a new one
 * @param version the version that was seen; null for a new one
 * @param preferredFrom HH:mm
 * @param preferredTo HH:mm
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
        String reportsToId,
        String relationshipOwnerId) {}
