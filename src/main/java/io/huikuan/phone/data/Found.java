package io.huikuan.phone.data;

import io.huikuan.phone.ThingKind;
import io.huikuan.phone.domain.Spot;
import java.util.UUID;

/** A thing that a round comes by, and where. */
public record Found(ThingKind kind, Spot spot) {

    /** Which one. */
    public UUID id() {
        return spot.id();
    }
}
