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
        LocalDate nextActionOn,
        String outsideReason) {

    public NewContact {
        receivableIds = List.copyOf(receivableIds);
    }

    /** The same contact under a client key, with a person at the customer or with nobody (null) in particular. */
    public NewContact as(String key, String personOrNull) {
        return new NewContact(
                key,
                customerId,
                personOrNull,
                receivableIds,
                channel,
                direction,
                outcome,
                occurredAt,
                durationSeconds,
                summary,
                feedback,
                nextAction,
                nextActionOn,
                outsideReason);
    }
}
