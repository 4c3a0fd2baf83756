package io.huikuan.customer;

import java.time.LocalTime;
import java.util.UUID;

/** The fields of a contact person, checked; what is null is absent. */
public record CheckedPerson(
        String name,
        String jobTitle,
        DecisionRole decisionRole,
        Integer influence,
        String phone,
        String email,
        LocalTime preferredFrom,
        LocalTime preferredTo,
        UUID reportsTo,
        UUID relationshipOwner) {}
