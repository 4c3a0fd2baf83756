package io.huikuan.notification;

import io.huikuan.alert.AlertType;
import io.huikuan.alert.Severity;
import java.util.Optional;
import java.util.UUID;

/**
 * One message about one alert to one recipient. It names people by their ids only; a channel that needs more reads it.
 *
 * @param id the same in every attempt, so that a receiver can tell a repeat
 * @param recipient empty where nobody could be found
 * @param attempt 1 for the first
 */
public record Notification(
        UUID id,
        UUID tenant,
        UUID alert,
        int occurrence,
        AlertType type,
        Severity severity,
        Optional<UUID> recipient,
        int attempt) {}
