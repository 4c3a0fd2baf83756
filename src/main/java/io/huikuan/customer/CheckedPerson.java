package io.huikuan.customer;

import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;

/**
 * The fields of a contact person, checked; what is null is absent.
 *
 * @param preferredDays null: they stay as they are; empty: any day
 */
public record CheckedPerson(
        String name,
        String jobTitle,
        DecisionRole decisionRole,
        Integer influence,
        String phone,
        String email,
        LocalTime preferredFrom,
        LocalTime preferredTo,
        Set<Weekday> preferredDays,
        UUID reportsTo,
        UUID relationshipOwner) {}
