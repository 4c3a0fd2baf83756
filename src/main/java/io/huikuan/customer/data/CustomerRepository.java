package io.huikuan.customer.data;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.TenantedId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/** Customers one by one, to be edited; lists are read by {@link CustomerQueries}. */
@ApplicationScoped
public class CustomerRepository implements PanacheRepositoryBase<CustomerEntity, TenantedId> {

    private final CurrentActor actor;

    CustomerRepository(CurrentActor actor) {
        this.actor = actor;
    }

    /** The key of the customer within the current tenant. */
    public TenantedId key(UUID id) {
        return new TenantedId(actor.get().tenant(), id);
    }

    /** The row of a customer that is known to be there. */
    public CustomerEntity existing(UUID id) {
        return findByIdOptional(key(id)).orElseThrow();
    }

    /** Stores a new customer; false when another one has its code, and then the transaction can only be rolled back. */
    public boolean added(CustomerEntity customer) {
        try {
            persistAndFlush(customer);
            return true;
        } catch (ConstraintViolationException e) {
            if (e.getKind() == ConstraintKind.UNIQUE) {
                return false;
            }
            throw e;
        }
    }
}
