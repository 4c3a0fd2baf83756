package io.huikuan.customer.data;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.TenantedId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Contact persons one by one, to be edited under the lock of their customer; lists are read by {@link ContactPersonQueries}. */
@ApplicationScoped
public class ContactPersonRepository implements PanacheRepositoryBase<ContactPersonEntity, TenantedId> {

    private final CurrentActor actor;

    ContactPersonRepository(CurrentActor actor) {
        this.actor = actor;
    }

    /** The key of the person within the current tenant. */
    public TenantedId key(UUID id) {
        return new TenantedId(actor.get().tenant(), id);
    }

    /** The row, whoever may see it. */
    public Optional<ContactPersonEntity> find(UUID id) {
        return findByIdOptional(key(id));
    }
}
