package io.huikuan.notification;

import io.huikuan.alert.AlertType;
import io.huikuan.kernel.text.Language;
import java.util.List;

/**
 * An endpoint as somebody wants it.
 *
 * @param id null for a new one
 * @param version the one that was read; needed with an id
 * @param kind needed for a new one; stays
 * @param url needed for a new one; null: as before
 * @param secret with which a robot's platform checks requests; null: as before
 */
public record EndpointWish(
        String clientKey,
        String id,
        Integer version,
        EndpointKind kind,
        String name,
        String url,
        String secret,
        List<AlertType> types,
        String region,
        Language language,
        boolean active) {

    public EndpointWish {
        types = List.copyOf(types);
    }
}
