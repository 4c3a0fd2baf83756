package io.huikuan.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A contact to be entered, checked; what is null is absent. */
public record CheckedContact(
        UUID customer,
        UUID contactPerson,
        List<UUID> receivables,
        ContactChannel channel,
        Direction direction,
        ContactOutcome outcome,
        Instant occurredAt,
        Integer durationSeconds,
        String summary,
        String feedback,
        String nextAction,
        LocalDate nextActionOn,
        String outsideReason) {

    public CheckedContact {
        receivables = List.copyOf(receivables);
    }
}
