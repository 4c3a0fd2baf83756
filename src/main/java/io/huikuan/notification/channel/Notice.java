package io.huikuan.notification.channel;

import io.huikuan.alert.AlertType;
import io.huikuan.alert.Severity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What one recipient is to be told of one alert.
 *
 * @param id the notification's: the same in every attempt, so that a receiver can tell a repeat
 * @param raisedAt when this occurrence was raised
 * @param recipient the person; empty where a system or a group is told, or where nobody could be found
 * @param title what the alert says today, in the language of the message
 */
public record Notice(
        UUID id,
        UUID alert,
        int occurrence,
        Instant raisedAt,
        AlertType type,
        Severity severity,
        UUID customer,
        String customerName,
        Optional<UUID> recipient,
        String title) {}
