package io.huikuan.notification.channel;

import io.huikuan.kernel.text.Language;
import java.util.List;
import java.util.UUID;

/**
 * What is sent at once to one address.
 *
 * @param id that of its first notice: the same in every attempt
 * @param notices at least one; more than one only where the channel takes them or in a digest
 * @param digest whether it gathers a day
 * @param attempt 1 for the first
 */
public record Message(
        UUID tenant, UUID id, Address address, Language language, List<Notice> notices, boolean digest, int attempt) {

    public Message {
        notices = List.copyOf(notices);
    }

    /** The first, and for most channels only, notice. */
    public Notice notice() {
        return notices.get(0);
    }
}
