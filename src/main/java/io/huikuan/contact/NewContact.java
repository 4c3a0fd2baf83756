package io.huikuan.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A contact as somebody wishes to enter it, not checked yet; what is null is absent. */
public record NewContact(
        String clientKey,
        String customerId,
        String contactPersonId,
        List<String> receivableIds,
        ContactChannel channel,
        Direction direction,
        ContactOutcome outcome,
        Instant occurredAt,
        Integer durationSeconds,
        String summary,
        String feedback,
        String nextAction,
        LocalDate nextActionOn) {

    public NewContact {
        receivableIds = List.copyOf(receivableIds);
    }
}
