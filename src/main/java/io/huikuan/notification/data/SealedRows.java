package io.huikuan.notification.data;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.secret.Sealing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Secrets in rows of the current tenant, each sealed for its own row. */
@ApplicationScoped
class SealedRows {

    private static final Logger LOG = Logger.getLogger(SealedRows.class);

    private final Sealing sealing;
    private final CurrentActor actor;

    SealedRows(Sealing sealing, CurrentActor actor) {
        this.sealing = sealing;
        this.actor = actor;
    }

    /** Seals a text for the row with this id. */
    String seal(UUID row, String text) {
        return sealing.seal(text, place(row));
    }

    /**
     * Opens what was sealed for the row with this id.
     *
     * @throws Sealing.SealBroken as {@link Sealing#open} does
     */
    String open(UUID row, String sealed) {
        return sealing.open(sealed, place(row));
    }

    /** What is made of the row's secrets; empty, with an error in the log, where they do not open with the keys of this node. */
    <T> Optional<T> opened(UUID row, Supplier<T> opening) {
        try {
            return Optional.of(opening.get());
        } catch (Sealing.SealBroken e) {
            LOG.errorf(
                    "what is sealed in row %s does not open: %s; is huikuan.secrets.key the one it was sealed with?",
                    row, e.getMessage());
            return Optional.empty();
        }
    }

    private String place(UUID row) {
        return actor.get().tenant() + " " + row;
    }
}
