package io.huikuan.tenant.data;

import io.huikuan.kernel.identity.CurrentActor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** The settings of the current tenant. */
@ApplicationScoped
public class SettingsRepository implements PanacheRepositoryBase<SettingsEntity, UUID> {

    private final CurrentActor actor;

    SettingsRepository(CurrentActor actor) {
        this.actor = actor;
    }

    /** The row; every tenant has one. */
    public SettingsEntity current() {
        return findByIdOptional(tenant()).orElseThrow(SettingsRepository::absent);
    }

    /** The row, locked until the transaction ends. */
    public SettingsEntity locked() {
        return findByIdOptional(tenant(), LockModeType.PESSIMISTIC_WRITE).orElseThrow(SettingsRepository::absent);
    }

    private UUID tenant() {
        return actor.get().tenant();
    }

    private static IllegalStateException absent() {
        return new IllegalStateException("a tenant without settings");
    }
}
